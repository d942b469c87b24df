package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.hls.MasterPlaylist;
import io.rungwatch.simulator.hls.MasterPlaylist.Variant;
import io.rungwatch.simulator.stream.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults of the multivariant playlist. */
final class LadderFaults {
    private LadderFaults() {}

    static MasterPlaylist missing(Occasion occasion, MasterPlaylist playlist) {
        return playlist.withTracks(playlist.tracks().stream()
                        .filter(track -> !concerns(occasion, track.rendition()))
                        .toList())
                .withVariants(playlist.variants().stream()
                        .filter(variant -> !concerns(occasion, variant.rendition()))
                        .toList());
    }

    /** One row too many, playable: it leads to the lowest rung's playlist. */
    static MasterPlaylist unexpected(Occasion occasion, MasterPlaylist playlist) {
        Fault fault = occasion.fault();
        Variant last = playlist.variants().getLast();
        List<Variant> variants = new ArrayList<>(playlist.variants());
        variants.add(new Variant(
                null,
                fault.count("bandwidth"),
                last.codecs(),
                fault.word("resolution"),
                last.frameRate(),
                last.uri() + "?row=" + fault.id(),
                last.pathway()));
        return playlist.withVariants(variants);
    }

    static MasterPlaylist bandwidth(Occasion occasion, MasterPlaylist playlist) {
        return each(
                occasion,
                playlist,
                row -> row.withBandwidth(
                        Math.round(row.bandwidth() * occasion.fault().share("factor"))));
    }

    static MasterPlaylist resolution(Occasion occasion, MasterPlaylist playlist) {
        return each(
                occasion, playlist, row -> row.withResolution(occasion.fault().word("value")));
    }

    static MasterPlaylist codecs(Occasion occasion, MasterPlaylist playlist) {
        return each(occasion, playlist, row -> row.withCodecs(occasion.fault().word("value")));
    }

    private static MasterPlaylist each(Occasion occasion, MasterPlaylist playlist, UnaryOperator<Variant> change) {
        return playlist.withVariants(playlist.variants().stream()
                .map(row -> concerns(occasion, row.rendition()) ? change.apply(row) : row)
                .toList());
    }

    private static boolean concerns(Occasion occasion, @Nullable Rendition rendition) {
        String wanted = occasion.fault().rendition();
        return rendition != null && (wanted.equals(Fault.ALL) || rendition.isCalled(wanted));
    }

    static MasterPlaylist without(Occasion occasion, MasterPlaylist playlist, Rendition.Type type) {
        return playlist.withTracks(playlist.tracks().stream()
                .filter(track -> !isLost(occasion, track.rendition(), type))
                .toList());
    }

    /** A track of this kind, in the language that is lost or in any. */
    static boolean isLost(Occasion occasion, Rendition rendition, Rendition.Type type) {
        String language = occasion.fault().word("language");
        return rendition.type() == type && (language.equals(Fault.ALL) || language.equals(rendition.language()));
    }
}
