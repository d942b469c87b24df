package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme.Mode;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clean playlists of a channel at an instant. */
final class Playlists {
    private Playlists() {}

    /** Null before the first segment is out. */
    static @Nullable MediaPlaylist media(Channel channel, Rendition rendition, long at) {
        Timeline timeline = channel.timeline();
        long newest = timeline.newest(rendition, at);
        if (newest < 0) {
            return null;
        }
        Mode mode = timeline.mode(newest);
        long oldest = timeline.oldest(newest);
        List<MediaSegment> segments = new ArrayList<>((int) (newest - oldest + 1));
        for (long index = oldest; index <= newest; index++) {
            segments.add(segment(channel, rendition, index, index == oldest));
        }
        boolean ended = mode != Mode.LIVE && timeline.complete(newest);
        MediaPlaylist plain = new MediaPlaylist(
                version(channel, rendition),
                channel.stream().segmentation().targetDuration(),
                oldest,
                timeline.breaks().any() ? timeline.breaks().before(oldest) : null,
                mode == Mode.LIVE ? null : mode.name(),
                Variables.media(channel),
                segments,
                ended,
                null);
        LowLatency parts = channel.stream().extras().lowLatency();
        return parts == null || ended
                ? plain
                : LowLatencyPlaylists.of(
                        plain, channel, rendition, parts, at, index -> segment(channel, rendition, index, false));
    }

    private static int version(Channel channel, Rendition rendition) {
        boolean subtitles = rendition.type() == Rendition.Type.SUBTITLES;
        Protection protection = channel.stream().extras().protection();
        int container =
                subtitles ? Container.TS.version() : Paths.container(channel).version();
        int keys = protection == null || subtitles ? 0 : Keys.version(protection);
        return Math.max(
                Math.max(container, keys), Variables.version(channel.stream().extras()));
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
                Keys.line(channel, rendition, index),
                Cues.before(channel, index, head),
                List.of());
    }
}
