package io.rungwatch.media;

import java.util.List;
import java.util.Optional;

/**
 * What an init section says.
 *
 * @param tracks the first of them
 * @param protectionSystems system ids of pssh boxes, as UUIDs
 */
public record Init(List<Track> tracks, List<String> protectionSystems) {
    public Optional<Track> track(long id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }
}
