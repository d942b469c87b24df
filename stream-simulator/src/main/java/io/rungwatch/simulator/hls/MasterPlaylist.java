package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Rendition;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The multivariant playlist before it is text.
 *
 * @param head lines before the first row
 * @param keyFrames EXT-X-I-FRAME-STREAM-INF lines
 */
public record MasterPlaylist(List<String> head, List<Track> tracks, List<Variant> variants, List<String> keyFrames) {
    /** An EXT-X-MEDIA row. */
    public record Track(
            Rendition rendition,
            String group,
            boolean byDefault,
            String uri,
            @Nullable String pathway) {
        Track withUri(String other) {
            return new Track(rendition, group, byDefault, other, pathway);
        }

        Track on(String other, String prefix) {
            return new Track(rendition, group + "-" + other, byDefault, prefix + uri, other);
        }
    }

    /** An EXT-X-STREAM-INF row; the rendition is null where a row is nobody's. */
    public record Variant(
            @Nullable Rendition rendition,
            long bandwidth,
            String codecs,
            String resolution,
            double frameRate,
            String uri,
            @Nullable String pathway) {
        public Variant withBandwidth(long bitrate) {
            return new Variant(rendition, bitrate, codecs, resolution, frameRate, uri, pathway);
        }

        public Variant withCodecs(String others) {
            return new Variant(rendition, bandwidth, others, resolution, frameRate, uri, pathway);
        }

        public Variant withResolution(String other) {
            return new Variant(rendition, bandwidth, codecs, other, frameRate, uri, pathway);
        }

        Variant withUri(String other) {
            return new Variant(rendition, bandwidth, codecs, resolution, frameRate, other, pathway);
        }

        Variant on(String other, String prefix) {
            return new Variant(rendition, bandwidth, codecs, resolution, frameRate, prefix + uri, other);
        }
    }

    public MasterPlaylist withTracks(List<Track> others) {
        return new MasterPlaylist(head, others, variants, keyFrames);
    }

    public MasterPlaylist withVariants(List<Variant> others) {
        return new MasterPlaylist(head, tracks, others, keyFrames);
    }

    String text() {
        StringBuilder out = new StringBuilder(1024).append("#EXTM3U\n");
        head.forEach(line -> out.append(line).append('\n'));
        tracks.forEach(track -> append(out, track));
        variants.forEach(variant -> append(out, variant));
        keyFrames.forEach(line -> out.append(line).append('\n'));
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
        appendGroup(out, Rendition.Type.AUDIO, variant.pathway());
        appendGroup(out, Rendition.Type.SUBTITLES, variant.pathway());
        if (variant.pathway() != null) {
            out.append(",PATHWAY-ID=\"").append(variant.pathway()).append('"');
        }
        out.append(",CLOSED-CAPTIONS=NONE\n").append(variant.uri()).append('\n');
    }

    /** A group that no row defines must not be named. */
    private void appendGroup(StringBuilder out, Rendition.Type type, @Nullable String pathway) {
        for (Track track : tracks) {
            if (track.rendition().type() == type && Objects.equals(track.pathway(), pathway)) {
                out.append(',').append(type).append("=\"").append(track.group()).append('"');
                return;
            }
        }
    }
}
