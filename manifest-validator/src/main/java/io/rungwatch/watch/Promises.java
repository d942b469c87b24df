package io.rungwatch.watch;

import io.rungwatch.check.Promise;
import io.rungwatch.dash.Representation;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import io.rungwatch.url.BadUrl;
import java.util.Arrays;
import java.util.List;

/** What a manifest promises of the segments of one of its renditions. */
final class Promises {
    private Promises() {}

    /** An MPD's @bandwidth is no peak: the buffer that it prescribes evens peaks out. */
    static Promise of(io.rungwatch.dash.Track track) {
        Representation representation = track.representation();
        List<String> codecs = Arrays.stream(representation.codecs().split(","))
                .map(String::strip)
                .filter(codec -> !codec.isEmpty())
                .toList();
        return new Promise(
                0,
                representation.bandwidth(),
                true,
                codecs,
                (int) Math.min(representation.width(), Integer.MAX_VALUE),
                (int) Math.min(representation.height(), Integer.MAX_VALUE),
                0,
                track.set().language());
    }

    /** By the address, which is the same in the manifest that named it. */
    static Promise of(Track playlist) {
        Track entry = playlist.layer().track(io.rungwatch.check.Rendition.ENTRY);
        if (entry == null || !(entry.document().orElse(null) instanceof MultivariantPlaylist manifest)) {
            return Promise.NONE;
        }
        Promise found = Promise.NONE;
        for (Variant variant : manifest.variants()) {
            boolean names = !variant.iFrames() && isNamed(entry, variant.uri(), playlist);
            if (names && variant.bandwidth() >= found.bandwidth()) {
                found = of(variant);
            }
        }
        return found.equals(Promise.NONE) ? ofTrack(manifest, entry, playlist) : found;
    }

    private static Promise of(Variant variant) {
        return new Promise(
                variant.bandwidth(),
                variant.averageBandwidth().orElse(0),
                variant.audioGroup() == null,
                variant.codecs(),
                variant.width(),
                variant.height(),
                variant.frameRate().orElse(0),
                "");
    }

    /** Sound and text have a row of their own, which says in which language they are and nothing of their size. */
    private static Promise ofTrack(MultivariantPlaylist manifest, Track entry, Track playlist) {
        for (Rendition media : manifest.renditions()) {
            String uri = media.uri();
            if (uri != null && isNamed(entry, uri, playlist)) {
                String language = media.language();
                return new Promise(0, 0, false, List.of(), 0, 0, 0, language == null ? "" : language);
            }
        }
        return Promise.NONE;
    }

    private static boolean isNamed(Track entry, String uri, Track playlist) {
        try {
            return entry.base().resolve(uri).equals(playlist.url());
        } catch (BadUrl e) {
            return false;
        }
    }
}
