package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.View;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One channel at one layer: its entry manifest and the playlists that this layer's manifest names. */
final class LayerWatch {
    private final Layer layer;
    private final Map<Rendition, Track> tracks = new LinkedHashMap<>();

    LayerWatch(Layer layer) {
        this.layer = layer;
    }

    Layer layer() {
        return layer;
    }

    Map<Rendition, Track> tracks() {
        return tracks;
    }

    @Nullable
    Track track(Rendition rendition) {
        return tracks.get(rendition);
    }

    /** That of the rendition's playlist; the entry manifest counts in those of its rungs. Null where nothing was read yet. */
    @Nullable
    Duration targetDuration(Rendition rendition) {
        if (!rendition.isEntry()) {
            Track track = tracks.get(rendition);
            return track == null ? null : track.timeline().targetDuration();
        }
        for (Track track : tracks.values()) {
            if (track.timeline().targetDuration() != null) {
                return track.timeline().targetDuration();
            }
        }
        return null;
    }

    List<View> views() {
        List<View> views = new ArrayList<>(tracks.size());
        for (Track track : tracks.values()) {
            if (!track.where().rendition().isEntry()) {
                views.add(track.view());
            }
        }
        return views;
    }

    /** How long this layer may lawfully hold a playlist back. */
    Duration mayHoldBack(Rendition rendition, Duration most) {
        Track track = tracks.get(rendition);
        if (track == null) {
            return Duration.ZERO;
        }
        return track.cacheLife().compareTo(most) < 0 ? track.cacheLife() : most;
    }
}
