package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.http.Filler;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Noise;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DASH as another packaging of the same channels. */
public final class DashPackaging {
    public static final String MEDIA_TYPE = "application/dash+xml";
    private static final String PATCH_TYPE = "application/dash-patch+xml";

    private final Map<String, Channel> channels;

    public DashPackaging(Map<String, Channel> channels) {
        this.channels = channels;
    }

    /** Null where no channel has such an object. */
    public Address.@Nullable OfDash locate(String path, String query) {
        return DashPaths.locate(channels, path, query);
    }

    /** Since when an object that never changes can be had. */
    public long born(Address.OfDash address) {
        return switch (address) {
            case Address.DashSegment segment -> available(segment);
            case Address.DashInit init ->
                init.channel().stream().programme().start().toEpochMilli();
            default -> Address.UNKNOWN;
        };
    }

    /** When a segment is whole, where it can be had before that; 0 is for ever ago. */
    public long whole(Address address) {
        return address instanceof Address.DashSegment segment && Shown.early(segment.channel()) > 0
                ? published(segment)
                : 0;
    }

    /** The object as of an instant, or null where it does not exist then. */
    public @Nullable Content render(Address.OfDash address, long asOf, List<? extends MpdEdit> edits) {
        return switch (address) {
            case Address.Mpd mpd -> mpd(mpd.channel(), asOf, edits);
            case Address.MpdPatch patch -> patch(patch, asOf, edits);
            case Address.Clock clock ->
                Content.text("text/plain", MpdXml.date(utc(clock.channel(), asOf, edits)), asOf);
            case Address.DashSegment segment -> segment(segment, asOf);
            case Address.DashInit init -> init(init, asOf);
        };
    }

    private static @Nullable Content mpd(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Mpd mpd = edited(channel, asOf, edits);
        if (mpd == null) {
            return null;
        }
        return Content.text(MEDIA_TYPE, edited(MpdXml.of(mpd).document(), edits), mpd.publishTime());
    }

    private static @Nullable Content patch(Address.MpdPatch patch, long asOf, List<? extends MpdEdit> edits) {
        Mpd now = edited(patch.channel(), asOf, edits);
        Dash dash = patch.channel().stream().extras().dash();
        if (now == null || dash == null || dash.patches() == null) {
            return null;
        }
        if (now.publishTime() <= patch.since()) {
            return Content.status(425);
        }
        Mpd then = edited(patch.channel(), patch.since(), edits);
        boolean expired = asOf - patch.since() > dash.patches().toMillis();
        return expired || then == null || then.publishTime() != patch.since()
                ? Content.status(410)
                : Content.text(
                        PATCH_TYPE,
                        edited(PatchDocument.of(MpdXml.of(then), MpdXml.of(now)), edits),
                        now.publishTime());
    }

    private static String edited(String text, List<? extends MpdEdit> edits) {
        for (MpdEdit edit : edits) {
            text = edit.text(text);
        }
        return text;
    }

    private static @Nullable Mpd edited(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Dash dash = channel.stream().extras().dash();
        Mpd mpd = dash == null ? null : Manifests.of(channel, dash, asOf);
        for (MpdEdit edit : edits) {
            mpd = mpd == null ? null : edit.mpd(mpd);
        }
        return mpd;
    }

    /** A fault of the MPD's clock is one of the clock that it names. */
    private static long utc(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Mpd mpd = edited(channel, asOf, edits);
        return mpd == null ? asOf : mpd.utc();
    }

    private static @Nullable Content segment(Address.DashSegment segment, long asOf) {
        Channel channel = segment.channel();
        Rendition rendition = segment.rendition();
        if (!isThere(segment, asOf)) {
            return null;
        }
        double share = 0.95 + 0.1 * Noise.share(rendition.seed(), ~segment.index());
        double bytes =
                0.9 * share * rendition.bitrate() / 8000 * channel.timeline().nominalDuration();
        long size =
                Math.max(Filler.PACKET, Math.min((long) bytes, channel.stream().largestSegment()));
        String name = rendition.stem() + segment.index();
        String type = rendition.type() == Rendition.Type.AUDIO ? "audio/mp4" : "video/mp4";
        return new Content(type, new Filler(size), etag(name, size), Math.min(asOf, published(segment)), false);
    }

    private static long published(Address.DashSegment segment) {
        return segment.channel().timeline().published(segment.rendition(), segment.index());
    }

    private static long available(Address.DashSegment segment) {
        return published(segment) - Shown.early(segment.channel());
    }

    private static boolean isThere(Address.DashSegment segment, long asOf) {
        Timeline timeline = segment.channel().timeline();
        long early = Shown.early(segment.channel());
        boolean growing = segment.index() > timeline.newest(segment.rendition(), asOf)
                && segment.index() <= timeline.newest(segment.rendition(), asOf + early);
        return growing || timeline.fetchable(segment.rendition(), segment.index(), asOf);
    }

    private static @Nullable Content init(Address.DashInit init, long asOf) {
        long start = init.channel().stream().programme().start().toEpochMilli();
        Body body = new Filler((4L + Math.floorMod(init.rendition().seed(), 4)) * Filler.PACKET);
        String etag = etag(init.rendition().stem(), body.length());
        return asOf < start ? null : new Content("video/mp4", body, etag, start, false);
    }

    private static String etag(String name, long length) {
        return "\"" + Integer.toHexString(name.hashCode()) + "-" + Long.toHexString(length) + "\"";
    }
}
