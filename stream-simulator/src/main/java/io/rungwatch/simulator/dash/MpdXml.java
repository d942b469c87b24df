package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.LowLatency;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An MPD as a tree: the attributes and elements above its Periods. */
final class MpdXml {
    private MpdXml() {}

    static Xml of(Mpd mpd) {
        Channel channel = mpd.channel();
        Xml root = root(mpd);
        Dash dash = channel.stream().extras().dash();
        LowLatency chunks = channel.stream().extras().lowLatency();
        if (dash != null && dash.patches() != null && mpd.live()) {
            root.add("PatchLocation")
                    .with("ttl", dash.patches().toSeconds())
                    .containing(DashPaths.PATCH + "?publishTime=" + date(mpd.publishTime()));
        }
        if (chunks != null && mpd.live()) {
            serviceDescription(root, chunks.part().toMillis());
        }
        if (dash != null && dash.steering()) {
            steering(root, mpd);
        } else {
            root.add("BaseURL").containing(mpd.baseUrl());
        }
        mpd.periods().forEach(period -> root.add(PeriodXml.of(mpd, period)));
        if (mpd.live()) {
            timing(root, mpd, dash);
        }
        return root;
    }

    private static Xml root(Mpd mpd) {
        long segment = mpd.channel().timeline().nominalDuration();
        Xml root = new Xml("MPD")
                .with("xmlns", "urn:mpeg:dash:schema:mpd:2011")
                .with("xmlns:cenc", "urn:mpeg:cenc:2013")
                .with("xmlns:scte35", "urn:scte:scte35:2014:xml+bin")
                .with("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
                .with("id", mpd.channel().id())
                .with("type", mpd.live() ? "dynamic" : "static")
                .with("publishTime", date(mpd.publishTime()))
                .with("minBufferTime", duration(Math.min(segment, 2000)));
        Long start = mpd.availabilityStart();
        Long update = mpd.updatePeriod();
        Long window = mpd.window();
        Long length = mpd.length();
        root.with("availabilityStartTime", start == null ? null : date(start))
                .with("minimumUpdatePeriod", update == null ? null : duration(update))
                .with("timeShiftBufferDepth", window == null ? null : duration(window))
                .with("mediaPresentationDuration", length == null ? null : duration(length));
        if (mpd.live()) {
            root.with("suggestedPresentationDelay", duration(delay(mpd)));
        }
        return root;
    }

    private static long delay(Mpd mpd) {
        LowLatency chunks = mpd.channel().stream().extras().lowLatency();
        long segment = mpd.channel().timeline().nominalDuration();
        return chunks == null ? 3 * segment : latency(chunks.part().toMillis());
    }

    private static long latency(long chunk) {
        return Math.max(3000, 4 * chunk);
    }

    private static void serviceDescription(Xml root, long chunk) {
        Xml service = root.add("ServiceDescription").with("id", "0");
        service.add("Latency")
                .with("referenceId", "0")
                .with("target", latency(chunk))
                .with("min", latency(chunk) / 2)
                .with("max", latency(chunk) * 2);
        service.add("PlaybackRate").with("min", "0.96").with("max", "1.04");
    }

    /** The same media below two names, as in HLS. */
    private static void steering(Xml root, Mpd mpd) {
        String folder = DashPaths.LIVE + mpd.channel().id() + "/";
        root.add("BaseURL").with("serviceLocation", "CDN-A").containing(mpd.baseUrl());
        root.add("BaseURL").with("serviceLocation", "CDN-B").containing(DashPaths.SECOND + folder + DashPaths.FOLDER);
        root.add("ContentSteering")
                .with("defaultServiceLocation", "CDN-A")
                .with("queryBeforeStart", "false")
                .containing(folder + "steering.json");
    }

    private static void timing(Xml root, Mpd mpd, @Nullable Dash dash) {
        root.add("UTCTiming")
                .with("schemeIdUri", "urn:mpeg:dash:utc:http-iso:2014")
                .with("value", DashPaths.clock(mpd.channel()));
        if (dash != null && dash.directClock()) {
            root.add("UTCTiming")
                    .with("schemeIdUri", "urn:mpeg:dash:utc:direct:2014")
                    .with("value", date(mpd.utc()));
        }
    }

    /** Always with milliseconds, so that a date is one text. */
    static String date(long millis) {
        String text = Instant.ofEpochMilli(millis).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }

    static String duration(long millis) {
        String sign = millis < 0 ? "-" : "";
        BigDecimal seconds = BigDecimal.valueOf(Math.abs(millis), 3).stripTrailingZeros();
        return sign + "PT" + seconds.toPlainString() + "S";
    }
}
