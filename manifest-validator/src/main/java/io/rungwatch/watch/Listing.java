package io.rungwatch.watch;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Listed.Kind;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Availability;
import io.rungwatch.dash.Scale;
import io.rungwatch.hls.ByteRange;
import io.rungwatch.hls.InitSection;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for of all that a rendition lists: the newest segments, of which players at the live edge live; the one that will go next
 * but one; the first after a discontinuity; init section and keys. Never the very oldest: it may leave while it is being asked for.
 */
final class Listing {
    private static final int SECOND_OLDEST = 1;
    private static final int CLOSE = 3;
    private static final String CLEAR_KEY = "identity";

    private Listing() {}

    /** `closely` is for one where something was missing: whether its neighbours are, too. */
    static List<Listed> of(MediaPlaylist playlist, Url base, boolean closely) {
        List<Segment> segments = playlist.segments();
        int newest = segments.size() - 1;
        TreeSet<Integer> places = new TreeSet<>();
        for (int back = 0; back < CLOSE; back++) {
            if (closely || back != 1) {
                places.add(newest - back);
            }
        }
        places.add(SECOND_OLDEST);
        places.add(lastCut(segments));
        List<Listed> listed = new ArrayList<>();
        for (int place : places.descendingSet()) {
            if (place >= 0 && place <= newest && !segments.get(place).gap()) {
                add(listed, segment(segments.get(place), base));
            }
        }
        Segment last = segments.get(newest);
        add(listed, init(last.map(), base));
        for (Key key : last.keys()) {
            add(listed, key(key, base));
        }
        return listed;
    }

    private static int lastCut(List<Segment> segments) {
        for (int i = segments.size() - 1; i > SECOND_OLDEST; i--) {
            if (segments.get(i).discontinuity()) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Listed segment(Segment segment, Url base) {
        Url url = resolve(base, segment.uri());
        long bytes = segment.byteRange() == null ? 0 : segment.byteRange().length();
        String what = "segment " + Long.toUnsignedString(segment.number());
        return url == null
                ? null
                : new Listed(
                        Kind.MEDIA,
                        what,
                        segment.number(),
                        url,
                        segment.duration(),
                        bytes,
                        offset(segment.byteRange()),
                        segment.bitrate());
    }

    static @Nullable Listed init(@Nullable InitSection map, Url base) {
        if (map == null) {
            return null;
        }
        Url url = resolve(base, map.uri());
        return url == null ? null : init(url, map.byteRange());
    }

    static Listed init(Url url, @Nullable ByteRange part) {
        long bytes = part == null ? 0 : part.length();
        return new Listed(Kind.INIT, "the init section", 0, url, 0, bytes, offset(part), 0);
    }

    private static long offset(@Nullable ByteRange part) {
        return part == null ? Listed.NOWHERE : part.offset();
    }

    /** Keys of DRM systems are not fetched by their URI. */
    private static @Nullable Listed key(Key key, Url base) {
        String uri = key.uri();
        return uri == null || !key.keyFormat().equals(CLEAR_KEY)
                ? null
                : other(Kind.KEY, "the key", resolve(base, uri));
    }

    /** One Representation of an MPD, by the clock where the MPD only gives the rule. */
    static List<Listed> of(io.rungwatch.dash.Track track, Url manifest, Instant now, boolean closely) {
        List<Listed> listed = new ArrayList<>();
        List<Url> bases = track.bases(manifest);
        Optional<Availability> available = Availability.of(track.addressing(), now);
        if (bases.isEmpty() || available.isEmpty()) {
            return listed;
        }
        Url base = bases.getFirst();
        // Where only the clock says that it is there, players wait as well: who asks too early plants a 404 in the
        // caches.
        boolean byClock = track.addressing().timeline().isEmpty();
        long newest = available.get().newest() - (byClock ? 1 : 0);
        long oldest = available.get().oldest();
        TreeSet<Long> places = new TreeSet<>();
        for (int back = 0; back < CLOSE; back++) {
            if (closely || back != 1) {
                places.add(newest - back);
            }
        }
        places.add(oldest + SECOND_OLDEST);
        for (long place : places.descendingSet()) {
            if (place >= oldest && place <= newest) {
                track.segment(base, place).ifPresent(url -> listed.add(segment(track.addressing(), place, url)));
            }
        }
        track.initialization(base).ifPresent(url -> listed.add(init(url, null)));
        return listed;
    }

    static Listed segment(Addressing addressing, long place, Url url) {
        long number = addressing.number(place);
        return new Listed(
                Kind.MEDIA,
                "segment " + number,
                number,
                url,
                Scale.nanos(addressing.duration(place), addressing.timescale()),
                0,
                Listed.NOWHERE,
                0);
    }

    private static @Nullable Listed other(Kind kind, String what, @Nullable Url url) {
        return url == null ? null : new Listed(kind, what, 0, url, 0, 0, Listed.NOWHERE, 0);
    }

    private static void add(List<Listed> listed, @Nullable Listed one) {
        if (one != null) {
            listed.add(one);
        }
    }

    /** What is no URL over HTTP is told by checks of its own. */
    private static @Nullable Url resolve(Url base, String uri) {
        try {
            return base.resolve(uri);
        } catch (BadUrl e) {
            return null;
        }
    }
}
