package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.View;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One channel at one layer: its entry manifest and the playlists that this layer's manifest names. */
final class LayerWatch {
    private final Layer layer;
    private final int place;
    private final Map<Rendition, Track> tracks = new LinkedHashMap<>();
    private List<Track> playlists = List.of();
    private final Promises promises = new Promises();
    private @Nullable Track mpd;

    LayerWatch(Layer layer, int place) {
        this.layer = layer;
        this.place = place;
    }

    Layer layer() {
        return layer;
    }

    /** Of the manifest to its playlists. */
    Promises promises() {
        return promises;
    }

    /** In the chain, 0 is the top. */
    int place() {
        return place;
    }

    /** The entry manifest's first, then those that it names, then the MPD's. */
    List<Track> tracks() {
        List<Track> all = new ArrayList<>(tracks.values());
        if (mpd != null) {
            all.add(mpd);
        }
        return all;
    }

    void followMpd(Track track) {
        mpd = track;
    }

    /** Null where nobody watches one. */
    @Nullable
    Track mpd() {
        return mpd;
    }

    /** Without the entry manifest. */
    List<Track> playlists() {
        return playlists;
    }

    @Nullable
    Track track(Rendition rendition) {
        return tracks.get(rendition);
    }

    void follow(Track track) {
        tracks.put(track.where().rendition(), track);
        refresh();
    }

    /** Those that stay no longer. */
    List<Track> leave(Predicate<Track> goes) {
        List<Track> gone = tracks.values().stream().filter(goes).toList();
        if (!gone.isEmpty()) {
            tracks.values().removeAll(gone);
            refresh();
        }
        return gone;
    }

    private void refresh() {
        playlists = tracks.values().stream()
                .filter(track -> !track.where().rendition().isEntry())
                .toList();
    }

    List<View> views() {
        return playlists.stream().map(Track::view).toList();
    }

    /** Those that answered lately, in the memory of the caller. */
    void live(long since, List<View> into) {
        for (int i = 0; i < playlists.size(); i++) {
            View view = playlists.get(i).view();
            if (view.isLive(since)) {
                into.add(view);
            }
        }
    }

    /** Of any of its playlists, null where nothing was read yet. */
    @Nullable
    Duration targetDuration() {
        for (Track track : playlists) {
            if (track.timeline().targetDuration() != null) {
                return track.timeline().targetDuration();
            }
        }
        return null;
    }

    /** How long this layer may lawfully hold its entry manifest back. */
    Duration entryLife(Duration most) {
        Track entry = tracks.get(Rendition.ENTRY);
        Duration life = entry == null ? Duration.ZERO : entry.cacheLife();
        return life.compareTo(most) < 0 ? life : most;
    }
}
