package io.rungwatch.watch;

import io.rungwatch.check.Promise;
import io.rungwatch.dash.Representation;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a manifest promises of the segments of its renditions: worked out for all of them when it has changed. */
final class Promises {
    private @Nullable MultivariantPlaylist known;
    private @Nullable Url base;
    private Map<Url, Promise> named = Map.of();

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
    Promise of(Track playlist) {
        Track entry = playlist.layer().track(io.rungwatch.check.Rendition.ENTRY);
        if (entry == null || !(entry.document().orElse(null) instanceof MultivariantPlaylist manifest)) {
            return Promise.NONE;
        }
        if (manifest != known || !entry.base().equals(base)) {
            known = manifest;
            base = entry.base();
            named = named(manifest, base);
        }
        return named.getOrDefault(playlist.url(), Promise.NONE);
    }

    /** Of several rows with one address the one that promises most. */
    private static Map<Url, Promise> named(MultivariantPlaylist manifest, Url base) {
        Map<Url, Promise> named = new HashMap<>();
        for (Variant variant : manifest.variants()) {
            Url url = variant.iFrames() ? null : resolved(base, variant.uri());
            Promise before = url == null ? null : named.get(url);
            if (url != null && (before == null || variant.bandwidth() >= before.bandwidth())) {
                named.put(url, of(variant));
            }
        }
        for (Rendition media : manifest.renditions()) {
            Url url = media.uri() == null ? null : resolved(base, media.uri());
            if (url != null) {
                named.putIfAbsent(url, of(media));
            }
        }
        return named;
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
    private static Promise of(Rendition media) {
        String language = media.language();
        return new Promise(0, 0, false, List.of(), 0, 0, 0, language == null ? "" : language);
    }

    private static @Nullable Url resolved(Url base, String uri) {
        try {
            return base.resolve(uri);
        } catch (BadUrl e) {
            return null;
        }
    }
}
