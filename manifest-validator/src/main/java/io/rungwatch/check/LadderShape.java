package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a multivariant playlist offers, whatever the order of its rows and the addresses behind them: kinds of rungs and tracks, and the
 * bitrates of each kind in kb/s. Packagers that declare what they measure declare another bitrate each time, so near ones are the same.
 */
public record LadderShape(Map<String, NavigableSet<Long>> offers) {
    private static final double NEAR = 0.1;

    public static LadderShape of(MultivariantPlaylist playlist) {
        Map<String, NavigableSet<Long>> offers = new TreeMap<>();
        for (Variant row : playlist.variants()) {
            add(offers, (row.hasResolution() ? row.height() + " lines " : "") + codecs(row), row.bandwidth() / 1000);
        }
        for (Rendition track : playlist.renditions()) {
            if (track.type() == Rendition.Type.AUDIO || track.type() == Rendition.Type.SUBTITLES) {
                String language = track.language();
                add(
                        offers,
                        track.type().name().toLowerCase(Locale.ROOT) + " "
                                + (language == null ? track.name() : language),
                        0);
            }
        }
        return new LadderShape(offers);
    }

    /** What is offered besides rungs. */
    public LadderShape tracks() {
        Map<String, NavigableSet<Long>> tracks = new TreeMap<>(offers);
        tracks.values().removeIf(rates -> !rates.contains(0L));
        return new LadderShape(tracks);
    }

    public boolean sameAs(LadderShape other) {
        return beyond(other).isEmpty() && other.beyond(this).isEmpty();
    }

    /** What this one offers and the other does not, for people. */
    public Set<String> beyond(LadderShape other) {
        Set<String> more = new TreeSet<>();
        offers.forEach((kind, rates) -> {
            NavigableSet<Long> others = other.offers().get(kind);
            for (long rate : rates) {
                if (others == null || !near(rate, others.floor(rate)) && !near(rate, others.ceiling(rate))) {
                    more.add(rate == 0 ? kind : kind + rate + " kb/s");
                }
            }
        });
        return more;
    }

    private static boolean near(long rate, @Nullable Long other) {
        return other != null && Math.abs(rate - other) <= NEAR * Math.max(rate, other);
    }

    private static void add(Map<String, NavigableSet<Long>> offers, String kind, long rate) {
        offers.computeIfAbsent(kind, key -> new TreeSet<>()).add(rate);
    }

    private static String codecs(Variant row) {
        Set<String> families = new TreeSet<>();
        row.codecs().forEach(codec -> families.add(CodecFamily.of(codec)));
        return families.isEmpty() ? "" : String.join("+", families) + " ";
    }
}
