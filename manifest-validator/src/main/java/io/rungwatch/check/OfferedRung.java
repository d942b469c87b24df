package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * One rung that a multivariant playlist offers. Several rows may be the same rung: one per audio group, or redundant copies under
 * another path.
 */
public record OfferedRung(List<Variant> rows) {

    static List<OfferedRung> of(MultivariantPlaylist playlist) {
        List<List<Variant>> rungs = new ArrayList<>();
        for (Variant row : playlist.variants()) {
            rungs.stream()
                    .filter(known -> sameRung(known.getFirst(), row))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Variant> rung = new ArrayList<>();
                        rungs.add(rung);
                        return rung;
                    })
                    .add(row);
        }
        return rungs.stream().map(List::copyOf).map(OfferedRung::new).toList();
    }

    public Variant row() {
        return rows.getFirst();
    }

    public int height() {
        return row().height();
    }

    public long bandwidth() {
        return row().bandwidth();
    }

    /** Empty where CODECS names no video codec. */
    public String family() {
        return row().codecs().stream()
                .map(CodecFamily::of)
                .filter(CodecFamily::isVideo)
                .findFirst()
                .orElse("");
    }

    public boolean isVideo() {
        return row().hasResolution() || row().codecs().isEmpty() || !family().isEmpty();
    }

    private static boolean sameRung(Variant a, Variant b) {
        return a.uri().equals(b.uri())
                || a.height() == b.height()
                        && a.width() == b.width()
                        && a.bandwidth() == b.bandwidth()
                        && a.codecs().equals(b.codecs())
                        && a.frameRate().equals(b.frameRate());
    }
}
