package io.rungwatch.watch;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Availability;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.hls.ByteRange;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The segments that a manifest lists and that can be asked for, oldest first: the newest of a live one, some from everywhere of a whole. */
final class Offerings {
    private static final int MOST = 12;
    private static final String NONE = "NONE";
    private static final String COMMON_ENCRYPTION = "cenc";

    private Offerings() {}

    static List<Offered> of(MediaPlaylist playlist, Url base, Instant changedAt, Asked asked) {
        List<Offered> offered = new ArrayList<>(MOST);
        List<Segment> segments = playlist.segments();
        int stride = playlist.ended() ? Math.max(1, segments.size() / MOST) : 1;
        int first = Math.max(0, segments.size() - MOST * stride);
        for (int i = first; i < segments.size(); i += stride) {
            Segment segment = segments.get(i);
            Listed listed = segment.gap() || isSomewhere(segment.byteRange()) ? null : Listing.segment(segment, base);
            if (listed != null) {
                offered.add(offered(playlist, segment, listed, base, changedAt, asked));
            }
        }
        return offered;
    }

    /** A part of which it is not said where it begins: the range before it has left the playlist. */
    private static boolean isSomewhere(@Nullable ByteRange part) {
        return part != null && part.offset() == ByteRange.UNKNOWN;
    }

    private static Offered offered(
            MediaPlaylist playlist, Segment segment, Listed listed, Url base, Instant changedAt, Asked asked) {
        return new Offered(
                listed,
                changedAt.minusNanos(playlist.mediaFrom(segment.number() + 1)),
                segment.dating().known() ? OptionalLong.of(segment.start()) : OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                segment.dseq(),
                encryption(segment),
                playlist.independentSegments(),
                asked.has(listed.url()),
                Optional.ofNullable(Listing.init(segment.map(), base)));
    }

    private static String encryption(Segment segment) {
        return segment.keys().stream()
                .map(Key::method)
                .filter(method -> !method.equals(NONE))
                .findFirst()
                .orElse("");
    }

    /** Where only the clock says that a segment is there, the newest is left to players that know the server's clock better. */
    static List<Offered> of(
            io.rungwatch.dash.Track track,
            PeriodView period,
            Url manifest,
            Instant now,
            Instant changedAt,
            Asked asked) {
        List<Offered> offered = new ArrayList<>(MOST);
        List<Url> bases = track.bases(manifest);
        Optional<Availability> available = Availability.of(track.addressing(), now);
        if (bases.isEmpty() || available.isEmpty()) {
            return offered;
        }
        Url base = bases.getFirst();
        Addressing addressing = track.addressing();
        long newest = available.get().newest() - (addressing.timeline().isEmpty() ? 1 : 0);
        long oldest = Math.max(available.get().oldest(), newest - MOST + 1);
        Optional<Listed> init = track.initialization(base).map(url -> Listing.init(url, null));
        for (long place = oldest; place <= newest; place++) {
            long at = place;
            track.segment(base, place)
                    .map(url ->
                            offered(track, period, at, Listing.segment(addressing, at, url), init, changedAt, asked))
                    .ifPresent(offered::add);
        }
        return offered;
    }

    private static Offered offered(
            io.rungwatch.dash.Track track,
            PeriodView period,
            long place,
            Listed listed,
            Optional<Listed> init,
            Instant changedAt,
            Asked asked) {
        Addressing addressing = track.addressing();
        long time = addressing.time(place);
        OptionalLong start = addressing
                .wallClock(time)
                .map(instant -> OptionalLong.of(Times.nanos(instant)))
                .orElse(OptionalLong.empty());
        return new Offered(
                listed,
                addressing.availableAt(place).orElse(changedAt),
                start,
                OptionalLong.of(time),
                addressing.timescale(),
                period.start(),
                track.protections().isEmpty() ? "" : COMMON_ENCRYPTION,
                true,
                asked.has(listed.url()),
                init);
    }
}
