package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.media.Footage;
import io.rungwatch.simulator.media.MediaFile;
import io.rungwatch.simulator.media.SegmentEdit;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DASH as another packaging of the same channels. */
public final class DashPackaging {
    public static final String MEDIA_TYPE = "application/dash+xml";
    private static final String PATCH_TYPE = "application/dash-patch+xml";

    private final Map<String, Channel> channels;

    public DashPackaging(Map<String, Channel> channels) {
        this.channels = channels;
    }

    /** Null where no channel has such an object. */
    public Address.@Nullable OfDash locate(String path, String query) {
        return DashPaths.locate(channels, path, query);
    }

    /** Since when an object that never changes can be had. */
    public long born(Address.OfDash address) {
        return switch (address) {
            case Address.DashSegment segment -> available(segment);
            case Address.DashInit init ->
                init.channel().stream().programme().start().toEpochMilli();
            default -> Address.UNKNOWN;
        };
    }

    /** When a segment is whole, where it can be had before that; 0 is for ever ago. */
    public long whole(Address address) {
        return address instanceof Address.DashSegment segment && Shown.early(segment.channel()) > 0
                ? published(segment)
                : 0;
    }

    /** The object as of an instant, or null where it does not exist then. */
    public @Nullable Content render(Address.OfDash address, long asOf, List<? extends MpdEdit> edits) {
        return switch (address) {
            case Address.Mpd mpd -> mpd(mpd.channel(), asOf, edits);
            case Address.MpdPatch patch -> patch(patch, asOf, edits);
            case Address.Clock clock ->
                Content.text("text/plain", MpdXml.date(utc(clock.channel(), asOf, edits)), asOf);
            case Address.DashSegment segment -> segment(segment, asOf, edits);
            case Address.DashInit init -> init(init, asOf, edits);
        };
    }

    private static @Nullable Content mpd(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Mpd mpd = edited(channel, asOf, edits);
        if (mpd == null) {
            return null;
        }
        return Content.text(MEDIA_TYPE, edited(MpdXml.of(mpd).document(), edits), mpd.publishTime());
    }

    private static @Nullable Content patch(Address.MpdPatch patch, long asOf, List<? extends MpdEdit> edits) {
        Mpd now = edited(patch.channel(), asOf, edits);
        Dash dash = patch.channel().stream().extras().dash();
        if (now == null || dash == null || dash.patches() == null) {
            return null;
        }
        if (now.publishTime() <= patch.since()) {
            return Content.status(425);
        }
        Mpd then = edited(patch.channel(), patch.since(), edits);
        boolean expired = asOf - patch.since() > dash.patches().toMillis();
        return expired || then == null || then.publishTime() != patch.since()
                ? Content.status(410)
                : Content.text(
                        PATCH_TYPE,
                        edited(PatchDocument.of(MpdXml.of(then), MpdXml.of(now)), edits),
                        now.publishTime());
    }

    private static String edited(String text, List<? extends MpdEdit> edits) {
        for (MpdEdit edit : edits) {
            text = edit.text(text);
        }
        return text;
    }

    private static @Nullable Mpd edited(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Dash dash = channel.stream().extras().dash();
        Mpd mpd = dash == null ? null : Manifests.of(channel, dash, asOf);
        for (MpdEdit edit : edits) {
            mpd = mpd == null ? null : edit.mpd(mpd);
        }
        return mpd;
    }

    /** A fault of the MPD's clock is one of the clock that it names. */
    private static long utc(Channel channel, long asOf, List<? extends MpdEdit> edits) {
        Mpd mpd = edited(channel, asOf, edits);
        return mpd == null ? asOf : mpd.utc();
    }

    private static @Nullable Content segment(
            Address.DashSegment segment, long asOf, List<? extends SegmentEdit> edits) {
        Rendition rendition = segment.rendition();
        long due = asOf;
        for (SegmentEdit edit : edits) {
            due = edit.due(due);
        }
        if (!isThere(segment, due)) {
            return null;
        }
        String name = rendition.stem() + segment.index();
        return new MediaFile(type(rendition), name, body(segment, edits), Math.min(asOf, published(segment)))
                .edited(segment.index(), edits)
                .content();
    }

    private static String type(Rendition rendition) {
        return switch (rendition.type()) {
            case VIDEO -> "video/mp4";
            case AUDIO -> "audio/mp4";
            case SUBTITLES -> "application/mp4";
        };
    }

    private static Body body(Address.DashSegment segment, List<? extends SegmentEdit> edits) {
        return Footage.dash(segment.channel(), segment.rendition()).segment(segment.index(), edits);
    }

    private static long published(Address.DashSegment segment) {
        return segment.channel().timeline().published(segment.rendition(), segment.index());
    }

    private static long available(Address.DashSegment segment) {
        return published(segment) - Shown.early(segment.channel());
    }

    private static boolean isThere(Address.DashSegment segment, long asOf) {
        Timeline timeline = segment.channel().timeline();
        long early = Shown.early(segment.channel());
        boolean growing = segment.index() > timeline.newest(segment.rendition(), asOf)
                && segment.index() <= timeline.newest(segment.rendition(), asOf + early);
        return growing || timeline.fetchable(segment.rendition(), segment.index(), asOf);
    }

    private static @Nullable Content init(Address.DashInit init, long asOf, List<? extends SegmentEdit> edits) {
        Rendition rendition = init.rendition();
        long start = init.channel().stream().programme().start().toEpochMilli();
        Body body = Footage.dash(init.channel(), rendition).init(edits);
        return asOf < start ? null : new MediaFile("video/mp4", rendition.stem(), body, start).content();
    }
}
