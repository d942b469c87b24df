package io.rungwatch.store;

import io.rungwatch.check.OfferedRung;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.MultivariantPlaylist;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rungs that the manifests of a channel offer: the fewest since the last row, and the bitrates that were last. */
final class Offer {
    /** Hostile manifests offer fifty thousand. */
    private static final int MOST = 64;

    private @Nullable Document known;
    private int knownRungs = Fold.UNKNOWN;
    private String knownBitrates = "";
    private int fewest = Fold.UNKNOWN;
    private String bitrates = "";

    /** Nearly always the one that was seen before. */
    void seen(Document document) {
        if (document != known) {
            known = document;
            read(document);
        }
        fewest = Fold.fewest(fewest, knownRungs);
        bitrates = knownBitrates.isEmpty() ? bitrates : knownBitrates;
    }

    private void read(Document document) {
        if (document.malformed()) {
            is(Fold.UNKNOWN, "");
        } else if (document instanceof MultivariantPlaylist playlist) {
            is(OfferedRung.of(playlist));
        } else if (document instanceof Mpd mpd && !mpd.periods().isEmpty()) {
            is(OfferedRung.of(mpd.periods().getLast()));
        } else {
            is(Fold.UNKNOWN, "");
        }
    }

    private void is(List<OfferedRung> offered) {
        List<OfferedRung> rungs = offered.stream().filter(OfferedRung::isVideo).toList();
        String text = rungs.stream()
                .map(OfferedRung::bandwidth)
                .sorted(Comparator.reverseOrder())
                .limit(MOST)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
        is(rungs.size(), text);
    }

    private void is(int rungs, String text) {
        knownRungs = rungs;
        knownBitrates = text;
    }

    int rungs() {
        return fewest;
    }

    String bitrates() {
        return bitrates;
    }

    void clear() {
        fewest = Fold.UNKNOWN;
        bitrates = "";
    }
}
