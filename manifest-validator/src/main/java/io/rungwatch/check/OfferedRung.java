package io.rungwatch.check;

import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Period;
import io.rungwatch.dash.Representation;
import io.rungwatch.hls.Attributes;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One rung that a multivariant playlist offers. Several rows may be the same rung: one per audio group, or redundant copies under
 * another path.
 */
public record OfferedRung(List<Variant> rows) {

    /** What two rows have in common that are the same rung at different addresses. */
    private record Look(int width, int height, long bandwidth, List<String> codecs, Object frameRate) {
        static Look of(Variant row) {
            return new Look(row.width(), row.height(), row.bandwidth(), row.codecs(), row.frameRate());
        }
    }

    /** Hostile manifests have fifty thousand rows: each is looked at once. */
    public static List<OfferedRung> of(MultivariantPlaylist playlist) {
        List<List<Variant>> rungs = new ArrayList<>();
        Map<Look, List<Variant>> byLook = new HashMap<>();
        Map<String, List<Variant>> byUri = new HashMap<>();
        for (Variant row : playlist.variants()) {
            List<Variant> rung = byUri.get(row.uri());
            Look look = Look.of(row);
            if (rung == null) {
                rung = byLook.get(look);
            }
            if (rung == null) {
                rung = new ArrayList<>(1);
                rungs.add(rung);
            }
            // Each row may bring another look of a known address, or another address of a known look.
            byLook.putIfAbsent(look, rung);
            byUri.putIfAbsent(row.uri(), rung);
            rung.add(row);
        }
        return rungs.stream().map(List::copyOf).map(OfferedRung::new).toList();
    }

    /** Of the pictures of an MPD's Period; what is only for fast forward is no rung. */
    public static List<OfferedRung> of(Period period) {
        List<OfferedRung> rungs = new ArrayList<>();
        for (AdaptationSet set : period.sets()) {
            if (set.is("video") && !set.isTrickMode()) {
                set.representations().forEach(rung -> rungs.add(new OfferedRung(List.of(row(rung)))));
            }
        }
        return rungs;
    }

    private static Variant row(Representation rung) {
        return new Variant(
                rung.at().line(),
                false,
                rung.name(),
                rung.bandwidth(),
                OptionalLong.empty(),
                (int) Math.min(rung.width(), Integer.MAX_VALUE),
                (int) Math.min(rung.height(), Integer.MAX_VALUE),
                OptionalDouble.empty(),
                rung.codecs().isEmpty() ? List.of() : List.of(rung.codecs().split(" *, *", -1)),
                Attributes.NONE);
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
}
