package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.media.MediaFile;
import io.rungwatch.simulator.media.SegmentEdit;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Directives;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HLS as one packaging of a channel. Another (DASH, low latency) is another class with these three methods. */
public final class HlsPackaging {
    public static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";

    private final Map<String, Channel> channels;

    public HlsPackaging(Map<String, Channel> channels) {
        this.channels = channels;
    }

    /** Null where no channel has such an object. */
    public Address.@Nullable OfHls locate(String path, String query) {
        return Paths.locate(channels, path, query);
    }

    /** Since when an object that never changes can be had; a file that still grows has no such instant. */
    public long born(Address.OfHls address) {
        return switch (address) {
            case Address.Segment segment ->
                Paths.container(segment.channel()).byteRanges() || isSwapped(segment)
                        ? Address.UNKNOWN
                        : segment.channel().timeline().published(segment.rendition(), segment.number());
            case Address.Part part -> part.path().contains("-b.") ? Address.UNKNOWN : PartObjects.published(part);
            case Address.Media media -> PartObjects.asked(media);
            case Address.Init init ->
                init.channel().stream().programme().start().toEpochMilli();
            default -> Address.UNKNOWN;
        };
    }

    /** The playlist that a client who waits is shown at an instant. */
    public @Nullable MediaPlaylist waiting(Address.Media media, long asOf, List<? extends PlaylistEdit> edits) {
        return media(media.channel(), media.rendition(), asOf, edits);
    }

    /** When it makes sense to look again. */
    public long next(Address.Media media, long at) {
        LowLatency spec = media.channel().stream().extras().lowLatency();
        return spec == null
                ? Address.UNKNOWN
                : Parts.of(media.channel(), media.rendition(), spec).next(at);
    }

    /** The object as of an instant, or null where it does not exist then. */
    public @Nullable Content render(Address.OfHls address, long asOf, List<? extends PlaylistEdit> edits) {
        return switch (address) {
            case Address.Master master -> master(master.channel(), asOf, edits);
            case Address.Media media ->
                text(
                        media.channel(),
                        media(media.channel(), media.rendition(), asOf, edits),
                        media.directives(),
                        asOf,
                        edits);
            case Address.KeyFrames frames -> keyFrames(frames, asOf, edits);
            case Address.Document document -> Documents.render(document, edits);
            case Address.Segment segment -> segment(segment, asOf, edits);
            case Address.Part part -> part(part, asOf, edits);
            case Address.Init init -> init(init, asOf, edits);
        };
    }

    private static @Nullable Content master(Channel channel, long asOf, List<? extends PlaylistEdit> edits) {
        long start = channel.stream().programme().start().toEpochMilli();
        if (asOf < start) {
            return null;
        }
        MasterPlaylist playlist = Masters.of(channel, asOf);
        for (PlaylistEdit edit : edits) {
            playlist = edit.master(playlist);
        }
        return playlist(
                Tokens.in(channel, Variables.in(channel, playlist), asOf).text(), start, edits);
    }

    private static @Nullable MediaPlaylist media(
            Channel channel, Rendition rendition, long asOf, List<? extends PlaylistEdit> edits) {
        MediaPlaylist playlist = Playlists.media(channel, rendition, asOf);
        for (PlaylistEdit edit : edits) {
            playlist = playlist == null ? null : edit.media(playlist);
        }
        return playlist;
    }

    private static @Nullable Content keyFrames(
            Address.KeyFrames frames, long asOf, List<? extends PlaylistEdit> edits) {
        Channel channel = frames.channel();
        MediaPlaylist media = media(channel, frames.rendition(), asOf, edits);
        return media == null
                ? null
                : text(channel, KeyFrames.of(media, channel, frames.rendition()), Directives.NONE, asOf, edits);
    }

    private static @Nullable Content text(
            Channel channel,
            @Nullable MediaPlaylist playlist,
            Directives asked,
            long asOf,
            List<? extends PlaylistEdit> edits) {
        if (playlist == null) {
            return null;
        }
        // Parts come between two segments.
        long modified = playlist.segments().isEmpty() || playlist.edge() != null
                ? asOf
                : playlist.segments().getLast().published();
        MediaPlaylist addressed = Tokens.in(channel, Variables.in(channel, playlist), asOf);
        return playlist(addressed.skipping(asked.skip()).text(channel), modified, edits);
    }

    private static Content playlist(String clean, long modified, List<? extends PlaylistEdit> edits) {
        String text = clean;
        for (PlaylistEdit edit : edits) {
            text = edit.text(text);
        }
        return Content.text(MEDIA_TYPE, text, modified);
    }

    private static @Nullable Content segment(Address.Segment segment, long asOf, List<? extends PlaylistEdit> edits) {
        Channel channel = segment.channel();
        boolean subtitles = segment.rendition().type() == Rendition.Type.SUBTITLES;
        boolean ranges = Paths.container(channel).byteRanges() && !subtitles;
        long index = ranges ? newestIn(segment, asOf) : segment.number();
        if (!clean(segment, index, ranges, asOf) && (edits.isEmpty() || !listed(segment, asOf, edits))) {
            return null;
        }
        String mediaType = subtitles ? "text/vtt" : Paths.container(channel).mediaType();
        Body body = Media.segment(channel, segment.rendition(), segment.number(), edits);
        long published = channel.timeline().published(segment.rendition(), index);
        return new MediaFile(mediaType, segment.path(), body, Math.min(asOf, published))
                .edited(index, edits)
                .content();
    }

    /** A fault may have given its segment another name. */
    private static @Nullable Content part(Address.Part part, long asOf, List<? extends PlaylistEdit> edits) {
        boolean there = PartObjects.isOut(part, asOf)
                || (!edits.isEmpty()
                        && PartObjects.isListed(part, media(part.channel(), part.rendition(), asOf, edits)));
        return there ? PartObjects.content(part, asOf, edits) : null;
    }

    /** A file of ranges is there as long as its newest range is. */
    private static long newestIn(Address.Segment file, long asOf) {
        long last = (file.number() + 1) * Container.PER_FILE - 1;
        long newest = file.channel().timeline().newest(file.rendition(), asOf);
        return newest < file.number() * Container.PER_FILE ? last : Math.min(last, newest);
    }

    private static boolean isSwapped(Address.Segment segment) {
        return segment.path().contains("-b.");
    }

    private static boolean clean(Address.Segment segment, long index, boolean ranges, long asOf) {
        Timeline timeline = segment.channel().timeline();
        return !isSwapped(segment)
                && (ranges || timeline.breaks().isAd(index) == segment.path().startsWith(Paths.ADS))
                && timeline.fetchable(segment.rendition(), index, asOf);
    }

    /** A fault may have given segments other names: what the playlist lists, or has just ceased to list, is there. */
    private static boolean listed(Address.Segment segment, long asOf, List<? extends PlaylistEdit> edits) {
        Channel channel = segment.channel();
        long window =
                channel.stream().segmentation().window() * channel.timeline().nominalDuration();
        for (long at = asOf; at >= asOf - window; at -= window) {
            MediaPlaylist playlist = media(channel, segment.rendition(), at, edits);
            if (playlist != null
                    && playlist.segments().stream()
                            .anyMatch(row -> Paths.absolute(channel, row.uri()).equals(segment.path()))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Content init(Address.Init init, long asOf, List<? extends SegmentEdit> edits) {
        long start = init.channel().stream().programme().start().toEpochMilli();
        Body body = Media.init(init.channel(), init.rendition(), edits);
        return asOf < start ? null : new MediaFile("video/mp4", init.rendition().stem(), body, start).content();
    }
}
