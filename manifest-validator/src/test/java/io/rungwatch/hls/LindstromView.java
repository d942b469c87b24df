package io.rungwatch.hls;

import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.IFrameVariant;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.PartialSegment;
import io.lindstrom.m3u8.model.Resolution;
import io.lindstrom.m3u8.model.VideoRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same lines as {@link OurView}, made from io.lindstrom's model. */
final class LindstromView {
    private LindstromView() {}

    static List<String> of(io.lindstrom.m3u8.model.MediaPlaylist playlist) {
        List<String> view = new ArrayList<>();
        view.add("version " + playlist.version().orElse(1));
        view.add("target " + playlist.targetDuration());
        view.add("sequence " + playlist.mediaSequence());
        view.add("independent " + playlist.independentSegments());
        view.add("ended " + !playlist.ongoing() + " type "
                + playlist.playlistType().map(Enum::name).orElse(null) + " iframes " + playlist.iFramesOnly());
        view.add("skip " + playlist.skip().map(skip -> skip.skippedSegments()).orElse(0L));
        view.add("part target "
                + playlist.partialSegmentInformation()
                        .map(info -> nanos(info.partTargetDuration()))
                        .orElse(0L));
        view.add(playlist.serverControl()
                .map(control -> "control " + control.canBlockReload() + " "
                        + control.canSkipUntil().map(LindstromView::nanos).orElse(0L) + " "
                        + control.holdBack().map(LindstromView::nanos).orElse(0L) + " "
                        + control.partHoldBack().map(LindstromView::nanos).orElse(0L))
                .orElse("no control"));
        playlist.mediaSegments().forEach(segment -> segment(segment, view));
        playlist.partialSegments().forEach(part -> view.add(part(part)));
        playlist.preloadHint()
                .ifPresent(hint -> view.add("hint " + hint.type() + " " + hint.uri() + " "
                        + hint.byteRangeStart().orElse(0L)));
        playlist.renditionReports()
                .forEach(report -> view.add("report " + report.uri() + " "
                        + report.lastMediaSequenceNumber().orElse(-1L) + " "
                        + report.lastPartialSegmentIndex().orElse(-1L)));
        return view;
    }

    private static void segment(MediaSegment segment, List<String> view) {
        view.add("segment " + segment.uri() + " " + nanos(segment.duration()) + " title "
                + segment.title().orElse(""));
        view.add("  discontinuity " + segment.discontinuity() + " gap " + segment.gap());
        view.add("  range " + range(segment.byteRange()));
        view.add("  date "
                + segment.programDateTime()
                        .map(LindstromView::nanos)
                        .map(String::valueOf)
                        .orElse("none"));
        view.add("  out " + segment.cueOut().map(LindstromView::nanos).orElse(-1L) + " in " + segment.cueIn());
        segment.partialSegments().forEach(part -> view.add("  " + part(part)));
        segment.dateRange()
                .ifPresent(range -> view.add("  range " + range.id() + " " + nanos(range.startDate()) + " "
                        + range.plannedDuration().map(LindstromView::nanos).orElse(0L) + " "
                        + orNull(range.scte35Out())));
    }

    private static String part(PartialSegment part) {
        return "part " + part.uri() + " " + nanos(part.duration()) + " " + part.independent() + " " + part.gap() + " "
                + range(part.byterange());
    }

    private static String range(Optional<io.lindstrom.m3u8.model.ByteRange> range) {
        return range.map(
                        r -> r.length() + r.offset().map(offset -> "@" + offset).orElse(""))
                .orElse("none");
    }

    private static long nanos(double seconds) {
        return BigDecimal.valueOf(seconds)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long nanos(OffsetDateTime date) {
        return date.toEpochSecond() * Numbers.SECOND + date.getNano();
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    static List<String> of(MasterPlaylist playlist) {
        List<String> view = new ArrayList<>();
        view.add("version " + playlist.version().orElse(1) + " independent " + playlist.independentSegments());
        view.add("start "
                + playlist.startTimeOffset()
                        .map(start -> nanos(start.timeOffset()) + " " + start.precise())
                        .orElse("none"));
        for (io.lindstrom.m3u8.model.Variant variant : playlist.variants()) {
            view.add(rung(variant) + " " + variant.frameRate().orElse(0.0) + " " + orNull(variant.audio()) + " "
                    + orNull(variant.subtitles()) + " " + orNull(variant.closedCaptions()) + " "
                    + variant.closedCaptionsNone().orElse(false));
        }
        playlist.iFrameVariants().forEach(variant -> view.add("iframes " + rung(variant)));
        for (AlternativeRendition rendition : playlist.alternativeRenditions()) {
            view.add("rendition " + rendition.type() + " " + rendition.groupId() + " " + rendition.name() + " "
                    + orNull(rendition.uri()) + " " + orNull(rendition.language()) + " "
                    + rendition.defaultRendition().orElse(false) + " "
                    + rendition.autoSelect().orElse(false) + " " + orNull(rendition.inStreamId()) + " "
                    + rendition.channels().map(channels -> channels.count()).orElse(0) + " "
                    + rendition.characteristics());
        }
        playlist.sessionData()
                .forEach(data ->
                        view.add("data " + data.dataId() + " " + orNull(data.value()) + " " + orNull(data.language())));
        playlist.sessionKeys()
                .forEach(key -> view.add("key " + key.method().name().replace('_', '-') + " " + orNull(key.uri())));
        view.add("steering "
                + playlist.contentSteering()
                        .map(steering -> steering.serverUri() + " " + orNull(steering.pathwayId()))
                        .orElse("none"));
        return view;
    }

    private static String rung(io.lindstrom.m3u8.model.Variant variant) {
        return "rung " + variant.uri() + " " + variant.bandwidth() + " "
                + variant.averageBandwidth().orElse(0L) + " "
                + size(variant.resolution()) + " " + variant.codecs() + " " + videoRange(variant.videoRange()) + " "
                + orNull(variant.hdcpLevel()) + " " + orNull(variant.stableVariantId());
    }

    private static String rung(IFrameVariant variant) {
        return "rung " + variant.uri() + " " + variant.bandwidth() + " "
                + variant.averageBandwidth().orElse(0L) + " "
                + size(variant.resolution()) + " " + variant.codecs() + " " + videoRange(variant.videoRange()) + " "
                + orNull(variant.hdcpLevel()) + " " + orNull(variant.stableVariantId());
    }

    private static @Nullable String videoRange(Optional<VideoRange> range) {
        return range.map(Enum::name).orElse(null);
    }

    private static String size(Optional<Resolution> resolution) {
        return resolution.map(r -> r.width() + "x" + r.height()).orElse("0x0");
    }
}
