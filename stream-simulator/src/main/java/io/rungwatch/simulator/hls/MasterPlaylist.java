package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Rendition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The multivariant playlist before it is text. */
public record MasterPlaylist(List<Track> tracks, List<Variant> variants) {
    /** An EXT-X-MEDIA row. */
    public record Track(Rendition rendition, String group, boolean byDefault, String uri) {}

    /** An EXT-X-STREAM-INF row; the rendition is null where a row is nobody's. */
    public record Variant(
            @Nullable Rendition rendition,
            long bandwidth,
            String codecs,
            String resolution,
            double frameRate,
            String uri) {
        public Variant withBandwidth(long bitrate) {
            return new Variant(rendition, bitrate, codecs, resolution, frameRate, uri);
        }

        public Variant withCodecs(String others) {
            return new Variant(rendition, bandwidth, others, resolution, frameRate, uri);
        }

        public Variant withResolution(String other) {
            return new Variant(rendition, bandwidth, codecs, other, frameRate, uri);
        }
    }

    String text() {
        StringBuilder out = new StringBuilder(1024).append("#EXTM3U\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        tracks.forEach(track -> append(out, track));
        variants.forEach(variant -> append(out, variant));
        return out.toString();
    }

    private static void append(StringBuilder out, Track track) {
        Rendition rendition = track.rendition();
        out.append("#EXT-X-MEDIA:TYPE=").append(rendition.type());
        out.append(",GROUP-ID=\"").append(track.group());
        out.append("\",NAME=\"").append(rendition.language());
        out.append("\",LANGUAGE=\"").append(rendition.language());
        out.append("\",DEFAULT=").append(track.byDefault() ? "YES" : "NO").append(",AUTOSELECT=YES");
        if (rendition.audio() != null) {
            out.append(",CHANNELS=\"").append(rendition.audio().channels()).append('"');
        }
        out.append(",URI=\"").append(track.uri()).append("\"\n");
    }

    private void append(StringBuilder out, Variant variant) {
        out.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(variant.bandwidth());
        out.append(",AVERAGE-BANDWIDTH=").append(variant.bandwidth() * 9 / 10);
        out.append(",CODECS=\"").append(variant.codecs());
        out.append("\",RESOLUTION=").append(variant.resolution());
        out.append(",FRAME-RATE=").append(String.format(Locale.ROOT, "%.3f", variant.frameRate()));
        appendGroup(out, Rendition.Type.AUDIO);
        appendGroup(out, Rendition.Type.SUBTITLES);
        out.append(",CLOSED-CAPTIONS=NONE\n").append(variant.uri()).append('\n');
    }

    /** A group that no row defines must not be named. */
    private void appendGroup(StringBuilder out, Rendition.Type type) {
        for (Track track : tracks) {
            if (track.rendition().type() == type) {
                out.append(',').append(type).append("=\"").append(track.group()).append('"');
                return;
            }
        }
    }
}
