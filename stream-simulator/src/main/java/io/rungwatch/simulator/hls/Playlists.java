package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme.Mode;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clean playlists of a channel at an instant. */
final class Playlists {
    private Playlists() {}

    static MasterPlaylist master(Channel channel) {
        List<MasterPlaylist.Track> tracks = new ArrayList<>();
        List<MasterPlaylist.Variant> variants = new ArrayList<>();
        boolean firstAudio = true;
        for (Rendition rendition : channel.renditions()) {
            String uri = rendition.stem() + ".m3u8";
            if (rendition.rung() != null) {
                variants.add(variant(channel, rendition, rendition.rung(), uri));
            } else {
                boolean audio = rendition.type() == Rendition.Type.AUDIO;
                tracks.add(new MasterPlaylist.Track(rendition, audio ? "audio" : "subs", audio && firstAudio, uri));
                firstAudio &= !audio;
            }
        }
        return new MasterPlaylist(tracks, variants);
    }

    private static MasterPlaylist.Variant variant(Channel channel, Rendition rendition, Rung rung, String uri) {
        StringBuilder codecs = new StringBuilder(rung.codec());
        channel.stream().audio().stream()
                .map(Audio::codec)
                .distinct()
                .forEach(codec -> codecs.append(',').append(codec));
        return new MasterPlaylist.Variant(
                rendition, rung.bitrate(), codecs.toString(), rung.resolution(), rung.frameRate(), uri);
    }

    /** Null before the first segment is out. */
    static @Nullable MediaPlaylist media(Channel channel, Rendition rendition, long at) {
        Timeline timeline = channel.timeline();
        Mode mode = channel.stream().programme().mode();
        long newest = timeline.newest(rendition, at);
        if (newest < 0) {
            return null;
        }
        long oldest = timeline.oldest(newest);
        List<MediaSegment> segments = new ArrayList<>((int) (newest - oldest + 1));
        for (long index = oldest; index <= newest; index++) {
            segments.add(segment(channel, rendition, index, index == oldest));
        }
        boolean subtitles = rendition.type() == Rendition.Type.SUBTITLES;
        boolean ended = mode != Mode.LIVE && timeline.complete(newest);
        MediaPlaylist plain = new MediaPlaylist(
                subtitles ? Container.TS.version() : Paths.container(channel).version(),
                channel.stream().segmentation().targetDuration(),
                oldest,
                timeline.breaks().any() ? timeline.breaks().before(oldest) : null,
                mode == Mode.LIVE ? null : mode.name(),
                List.of(),
                segments,
                ended,
                null);
        LowLatency parts = channel.stream().extras().lowLatency();
        return parts == null || ended
                ? plain
                : LowLatencyPlaylists.of(
                        plain, channel, rendition, parts, at, index -> segment(channel, rendition, index, false));
    }

    private static MediaSegment segment(Channel channel, Rendition rendition, long index, boolean head) {
        Timeline timeline = channel.timeline();
        Container container = Paths.container(channel);
        boolean subtitles = rendition.type() == Rendition.Type.SUBTITLES;
        boolean ranges = container.byteRanges() && !subtitles;
        String folder = Paths.folder(channel, rendition, timeline.breaks().isAd(index));
        long file = ranges ? index / Container.PER_FILE : index;
        return new MediaSegment(
                index,
                timeline.published(rendition, index),
                folder + file + Paths.suffix(channel, rendition),
                timeline.durationOf(index),
                channel.stream().programDateTime() ? timeline.start(index) : null,
                timeline.breaks().at(index),
                container.initSection() && !subtitles ? folder + Paths.INIT : null,
                ranges ? Media.byteRange(channel, rendition, index) : null,
                null,
                Cues.before(channel, index, head),
                List.of());
    }
}
