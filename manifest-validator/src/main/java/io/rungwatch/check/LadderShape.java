package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import java.util.Set;
import java.util.TreeSet;

/** What a multivariant playlist offers, whatever the order of its rows and the addresses behind them: one line for each offer. */
public record LadderShape(Set<String> offers) {

    public static LadderShape of(MultivariantPlaylist playlist) {
        Set<String> offers = new TreeSet<>();
        for (Variant row : playlist.variants()) {
            offers.add((row.hasResolution() ? row.height() + " lines " : "") + codecs(row) + row.bandwidth() / 1000
                    + " kb/s");
        }
        for (Rendition track : playlist.renditions()) {
            if (track.type() == Rendition.Type.AUDIO || track.type() == Rendition.Type.SUBTITLES) {
                String language = track.language();
                offers.add(track.type().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + (language == null ? track.name() : language));
            }
        }
        return new LadderShape(offers);
    }

    /** What this one offers and the other does not. */
    public Set<String> beyond(LadderShape other) {
        Set<String> more = new TreeSet<>(offers);
        more.removeAll(other.offers());
        return more;
    }

    private static String codecs(Variant row) {
        Set<String> families = new TreeSet<>();
        row.codecs().forEach(codec -> families.add(CodecFamily.of(codec)));
        return families.isEmpty() ? "" : String.join("+", families) + " ";
    }
}
