package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both parsers know, as lines of text, made from our model. */
final class OurView {
    private OurView() {}

    static List<String> of(MediaPlaylist playlist) {
        List<String> view = new ArrayList<>();
        view.add("version " + playlist.version());
        view.add("target " + playlist.targetDuration().orElse(0) / Numbers.SECOND);
        view.add("sequence " + playlist.firstNumber());
        view.add("independent " + playlist.independentSegments());
        view.add("ended " + playlist.ended() + " type " + playlist.type() + " iframes " + playlist.iFramesOnly());
        view.add("skip " + (playlist.skip() == null ? 0 : playlist.skip().segments()));
        view.add("part target " + playlist.partTarget().orElse(0));
        ServerControl control = playlist.serverControl();
        view.add(
                control == null
                        ? "no control"
                        : "control " + control.canBlockReload() + " "
                                + control.canSkipUntil().orElse(0) + " "
                                + control.holdBack().orElse(0) + " "
                                + control.partHoldBack().orElse(0));
        playlist.segments().forEach(segment -> segment(segment, view));
        playlist.tail().parts().forEach(part -> view.add(part(part)));
        playlist.preloadHints()
                .forEach(hint -> view.add("hint " + hint.type() + " " + hint.uri() + " " + hint.rangeStart()));
        playlist.renditionReports()
                .forEach(report -> view.add(
                        "report " + report.uri() + " " + report.lastNumber().orElse(-1) + " "
                                + report.lastPart().orElse(-1)));
        return view;
    }

    private static void segment(Segment segment, List<String> view) {
        view.add("segment " + segment.uri() + " " + segment.duration() + " title " + segment.title());
        view.add("  discontinuity " + segment.discontinuity() + " gap " + segment.gap());
        view.add("  range " + range(segment.byteRange()));
        view.add("  date " + (segment.dating().written() ? segment.start() : "none"));
        view.add("  out " + cue(segment, Cue.Kind.OUT) + " in " + (cue(segment, Cue.Kind.IN) >= 0));
        segment.parts().forEach(part -> view.add("  " + part(part)));
        segment.dateRanges()
                .forEach(range -> view.add(
                        "  range " + range.id() + " " + range.startDate().orElse(0) + " "
                                + range.plannedDuration().orElse(0) + " " + range.scte35("OUT")));
    }

    private static long cue(Segment segment, Cue.Kind kind) {
        return segment.cues().stream()
                .filter(cue -> cue.kind() == kind)
                .mapToLong(cue -> cue.duration().orElse(0))
                .findFirst()
                .orElse(-1);
    }

    private static String part(Part part) {
        return "part " + part.uri() + " " + part.duration() + " " + part.independent() + " " + part.gap() + " "
                + range(part.byteRange());
    }

    private static String range(@Nullable ByteRange range) {
        return range == null ? "none" : range.length() + (range.offsetWritten() ? "@" + range.offset() : "");
    }

    static List<String> of(MultivariantPlaylist playlist) {
        List<String> view = new ArrayList<>();
        view.add("version " + playlist.version() + " independent " + playlist.independentSegments());
        Start start = playlist.start();
        view.add("start " + (start == null ? "none" : start.timeOffset() + " " + start.precise()));
        for (Variant variant : playlist.variants()) {
            view.add(rung(variant) + " " + variant.frameRate().orElse(0) + " " + variant.audioGroup() + " "
                    + variant.subtitlesGroup() + " " + variant.closedCaptionsGroup() + " "
                    + variant.closedCaptionsNone());
        }
        playlist.iFrameVariants().forEach(variant -> view.add("iframes " + rung(variant)));
        for (Rendition rendition : playlist.renditions()) {
            view.add("rendition " + rendition.type().name().replace('_', '-') + " " + rendition.groupId() + " "
                    + rendition.name() + " "
                    + rendition.uri() + " " + rendition.language() + " " + rendition.isDefault() + " "
                    + rendition.autoselect() + " "
                    + rendition.instreamId() + " "
                    + rendition.channelCount().orElse(0) + " " + rendition.characteristics());
        }
        playlist.sessionData()
                .forEach(data -> view.add("data " + data.dataId() + " " + data.value() + " " + data.language()));
        playlist.sessionKeys().forEach(key -> view.add("key " + key.method() + " " + key.uri()));
        ContentSteering steering = playlist.contentSteering();
        view.add("steering " + (steering == null ? "none" : steering.serverUri() + " " + steering.pathwayId()));
        return view;
    }

    private static String rung(Variant variant) {
        return "rung " + variant.uri() + " " + variant.bandwidth() + " "
                + variant.averageBandwidth().orElse(0) + " "
                + variant.width() + "x" + variant.height() + " " + variant.codecs() + " " + variant.videoRange() + " "
                + variant.hdcpLevel() + " " + variant.stableId();
    }
}
