package io.rungwatch.api;

import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Track;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Variant;
import io.rungwatch.json.Json;
import io.rungwatch.status.PlaceStatus;
import io.rungwatch.watch.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rungs that the topmost layer with a manifest really offers, to stand beside those that the profile expects. */
final class FoundLadder {
    private static final int MOST = 40;

    private FoundLadder() {}

    static List<Map<String, @Nullable Object>> of(List<PlaceStatus> places) {
        Map<Protocol, PlaceStatus> entries = new LinkedHashMap<>();
        for (PlaceStatus place : places) {
            if (place.where().rendition().isEntry() && place.document().isPresent()) {
                entries.putIfAbsent(place.where().protocol(), place);
            }
        }
        List<Map<String, @Nullable Object>> rungs = new ArrayList<>();
        entries.values().forEach(place -> add(place, rungs));
        return rungs;
    }

    private static void add(PlaceStatus place, List<Map<String, @Nullable Object>> into) {
        Document document = place.document().orElse(null);
        if (document instanceof MultivariantPlaylist playlist) {
            playlist.variants().stream().limit(MOST).forEach(variant -> into.add(rung(place, variant)));
        } else if (document instanceof Mpd mpd) {
            mpd.presentation().periods().reversed().stream()
                    .limit(1)
                    .flatMap(period -> period.tracks().stream())
                    .filter(track -> track.set().is("video") && !track.set().isTrickMode())
                    .limit(MOST)
                    .forEach(track -> into.add(rung(place, track)));
        }
    }

    private static Map<String, @Nullable Object> rung(PlaceStatus place, Variant variant) {
        return rung(place, variant.bandwidth(), variant.width(), variant.height(), String.join(", ", variant.codecs()));
    }

    private static Map<String, @Nullable Object> rung(PlaceStatus place, Track track) {
        var representation = track.representation();
        return rung(
                place,
                representation.bandwidth(),
                representation.width(),
                representation.height(),
                representation.codecs());
    }

    private static Map<String, @Nullable Object> rung(
            PlaceStatus place, long bitrate, long width, long height, String codecs) {
        return Json.object(
                "protocol",
                place.where().protocol().word(),
                "layer",
                place.where().layer().name(),
                "bitrate",
                bitrate,
                "resolution",
                height > 0 ? width + "x" + height : null,
                "codec",
                codecs);
    }
}
