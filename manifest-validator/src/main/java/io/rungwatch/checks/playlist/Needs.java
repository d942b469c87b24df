package io.rungwatch.checks.playlist;

import io.rungwatch.hls.Attribute;
import io.rungwatch.hls.Define;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Skip;
import io.rungwatch.hls.Tag;
import io.rungwatch.hls.Variant;

/** The lowest protocol version that a playlist gets along with, and what asks for it. */
final class Needs {
    private static final long SECOND = 1_000_000_000L;

    private int version = 1;
    private String because = "nothing";

    private Needs() {}

    int version() {
        return version;
    }

    String because() {
        return because;
    }

    private void need(int least, boolean used, String what) {
        if (used && least > version) {
            version = least;
            because = what;
        }
    }

    static Needs of(MediaPlaylist playlist) {
        Needs needs = new Needs();
        needs.need(4, playlist.has(Tag.BYTERANGE), "EXT-X-BYTERANGE");
        needs.need(4, playlist.iFramesOnly(), "EXT-X-I-FRAMES-ONLY");
        needs.need(5, playlist.has(Tag.MAP), "EXT-X-MAP");
        needs.need(6, playlist.has(Tag.MAP) && !playlist.iFramesOnly(), "EXT-X-MAP without EXT-X-I-FRAMES-ONLY");
        Skip skip = playlist.skip();
        needs.need(9, skip != null, "EXT-X-SKIP");
        needs.need(10, skip != null && !skip.recentlyRemovedDateRanges().isEmpty(), "a delta update of date ranges");
        needs.variables(playlist);
        if (needs.version < 5) {
            needs.segments(playlist);
        }
        return needs;
    }

    private void segments(MediaPlaylist playlist) {
        for (Segment segment : playlist.segments()) {
            need(3, segment.duration() % SECOND != 0, "a duration with decimals");
            for (Key key : segment.keys()) {
                need(2, key.iv() != null, "IV");
                boolean formatted =
                        key.attributes().has("KEYFORMAT") || key.attributes().has("KEYFORMATVERSIONS");
                need(5, formatted || key.method().startsWith("SAMPLE-AES"), formatted ? "KEYFORMAT" : key.method());
            }
        }
    }

    private void variables(Playlist playlist) {
        need(8, playlist.has(Tag.DEFINE), "EXT-X-DEFINE");
        need(11, playlist.defines().stream().anyMatch(define -> define.kind() == Define.Kind.QUERYPARAM), "QUERYPARAM");
    }

    static Needs of(MultivariantPlaylist playlist) {
        Needs needs = new Needs();
        needs.variables(playlist);
        for (Variant row : playlist.variants()) {
            for (Attribute attribute : row.attributes().all()) {
                needs.need(12, attribute.name().startsWith("REQ-"), attribute.name());
            }
        }
        for (Rendition track : playlist.renditions()) {
            String instream = track.instreamId();
            needs.need(7, instream != null && instream.startsWith("SERVICE"), "INSTREAM-ID=" + instream);
            needs.need(
                    13,
                    instream != null && track.type() != Rendition.Type.CLOSED_CAPTIONS,
                    "INSTREAM-ID on what is no captions");
        }
        return needs;
    }
}
