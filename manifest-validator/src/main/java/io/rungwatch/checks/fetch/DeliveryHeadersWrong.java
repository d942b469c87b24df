package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.HttpDate;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

public final class DeliveryHeadersWrong implements ExchangeCheck {
    /**
     * @param old of the time before there was a registered one, and still everywhere
     * @param names by which servers and players know it then
     */
    private record Types(Set<String> registered, Set<String> old, List<String> names) {
        boolean allow(String type, String path) {
            boolean named = names.stream().anyMatch(path::endsWith);
            return registered.contains(type) || named && (type.isEmpty() || old.contains(type));
        }
    }

    private static final Types PLAYLIST = new Types(
            Set.of("application/vnd.apple.mpegurl", "audio/mpegurl"),
            Set.of("application/x-mpegurl", "audio/x-mpegurl"),
            List.of(".m3u8", ".m3u"));
    private static final Types MPD = new Types(
            Set.of("application/dash+xml"),
            Set.of("application/xml", "text/xml", "video/vnd.mpeg.dash.mpd"),
            List.of(".mpd"));

    private static final int WORTH_PACKING = 1 << 10;
    private static final int STALE = 3;
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "delivery_headers_wrong", Severity.INFO, Owner.BY_LAYER, Confirm.AT_ONCE)
            .set(CheckSet.AUTHORING)
            .summary(
                    "Another media type than that of a manifest, no compression, no validator, or a Last-Modified that lies")
            .impact("None, or a slower start on thin links; some Apple tools refuse the playlist.")
            .spec("RFC 8216, 4.1; ISO/IEC 23009-1, C.2; Apple HLS authoring 8.24, 10.1, 10.4")
            .action("Set media type and compression on the first layer that lacks them.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()
                || !(attempt.exchange() instanceof Exchange.Answered answer)
                || answer.status() != 200) {
            return Finding.NONE;
        }
        Document document = attempt.document().get();
        if (!(document instanceof Playlist) && !(document instanceof Mpd)) {
            return Finding.NONE;
        }
        Headers headers = answer.headers();
        Faults faults = new Faults(INFO);
        Types types = document instanceof Mpd ? MPD : PLAYLIST;
        type(types, headers.first("Content-Type").orElse(""), answer.finalUrl().path(), faults);
        String encoding = headers.first("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (answer.body().length > WORTH_PACKING && !encoding.contains("gzip") && !encoding.contains("br")) {
            faults.add(
                    0, "compression", answer.body().length + " bytes without compression, though gzip was asked for");
        }
        Optional<String> modified = headers.first("Last-Modified");
        if (modified.isEmpty() && headers.first("ETag").isEmpty()) {
            faults.add(0, "validator", "neither ETag nor Last-Modified");
        }
        if (document instanceof MediaPlaylist media && modified.isPresent()) {
            older(media, modified.get(), faults);
        }
        return faults.told();
    }

    private static void type(Types types, String header, String path, Faults faults) {
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!types.allow(type, path)) {
            faults.add(0, "type", type.isEmpty() ? "no Content-Type" : "Content-Type " + type);
        }
    }

    /** A playlist whose newest segment is younger than its last change was changed since. */
    private static void older(MediaPlaylist playlist, String modified, Faults faults) {
        Optional<Instant> at = HttpDate.parse(modified);
        long slack = STALE * playlist.effectiveTargetDuration();
        if (at.isPresent()
                && playlist.edge().isPresent()
                && !playlist.ended()
                && (playlist.edge().getAsLong() - slack) / 1_000_000_000L
                        > at.get().getEpochSecond()) {
            faults.add(0, "last_modified", "Last-Modified " + modified + " is older than the newest segment");
        }
    }
}
