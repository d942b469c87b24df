package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.dash.Representation;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Variant;
import io.rungwatch.url.BadUrl;

/**
 * What a manifest says that one of its renditions takes, in bits per second; 0 where it does not say.
 *
 * @param alone whether that is for its own segments only, and not for sound in segments of its own too
 */
record Bandwidth(long most, long average, boolean alone) {
    private static final Bandwidth UNSAID = new Bandwidth(0, 0, false);

    /** An MPD's is no peak: the buffer that it prescribes evens peaks out. */
    static Bandwidth of(Representation representation) {
        return new Bandwidth(0, representation.bandwidth(), true);
    }

    /** By the address, which is the same in the manifest that named it. */
    static Bandwidth of(Track playlist) {
        Track entry = playlist.layer().track(Rendition.ENTRY);
        if (entry == null || !(entry.document().orElse(null) instanceof MultivariantPlaylist manifest)) {
            return UNSAID;
        }
        Bandwidth found = UNSAID;
        for (Variant variant : manifest.variants()) {
            if (!variant.iFrames() && names(entry, variant, playlist) && variant.bandwidth() >= found.most()) {
                long average = variant.averageBandwidth().orElse(0);
                found = new Bandwidth(variant.bandwidth(), average, variant.audioGroup() == null);
            }
        }
        return found;
    }

    private static boolean names(Track entry, Variant variant, Track playlist) {
        try {
            return entry.base().resolve(variant.uri()).equals(playlist.url());
        } catch (BadUrl e) {
            return false;
        }
    }
}
