package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;

/** The lines that tell of an ad break, as a splice-conditioned packager writes them. */
final class Cues {
    private static final String DATE_RANGE = "#EXT-X-DATERANGE:ID=\"";

    private Cues() {}

    /** @param head first row of the playlist: a break that is under way must still be told from there */
    static List<String> before(Channel channel, long index, boolean head) {
        Breaks breaks = channel.timeline().breaks();
        if (breaks.endsAd(index)) {
            // A date range means nothing where no segment has a date.
            return channel.stream().programDateTime()
                    ? List.of(back(channel, breaks.number(index)), "#EXT-X-CUE-IN")
                    : List.of("#EXT-X-CUE-IN");
        }
        return breaks.isAd(index) ? during(channel, index, head) : List.of();
    }

    private static List<String> during(Channel channel, long index, boolean head) {
        Timeline timeline = channel.timeline();
        long number = timeline.breaks().number(index);
        long first = timeline.breaks().firstOf(number);
        List<String> lines = new ArrayList<>(3);
        if (channel.stream().programDateTime() && (head || index == first)) {
            lines.add(away(channel, number));
            if (channel.stream().extras().has(HlsFeature.INTERSTITIALS)) {
                lines.add(interstitial(channel, number));
            }
        }
        if (index == first) {
            lines.add("#EXT-X-CUE-OUT:" + seconds(length(timeline, number)));
        } else {
            lines.add("#EXT-X-CUE-OUT-CONT:ElapsedTime=" + seconds(timeline.start(index) - timeline.start(first))
                    + ",Duration=" + seconds(length(timeline, number)));
        }
        return lines;
    }

    private static String away(Channel channel, long number) {
        Timeline timeline = channel.timeline();
        long start = timeline.start(timeline.breaks().firstOf(number));
        return range(channel, number) + ",PLANNED-DURATION=" + seconds(length(timeline, number)) + ",SCTE35-OUT="
                + Splice.out(number, start, length(timeline, number));
    }

    private static String interstitial(Channel channel, long number) {
        Timeline timeline = channel.timeline();
        StringBuilder out = new StringBuilder(160).append(DATE_RANGE).append(channel.id());
        out.append("-interstitial-").append(number).append("\",CLASS=\"com.apple.hls.interstitial\",START-DATE=\"");
        LocalDate.append(out, channel, timeline.start(timeline.breaks().firstOf(number)));
        return out.append("\",DURATION=")
                .append(seconds(length(timeline, number)))
                .append(",X-ASSET-LIST=\"/live/")
                .append(channel.id())
                .append("/assets/")
                .append(number)
                .append(".json\"")
                .toString();
    }

    private static String back(Channel channel, long number) {
        Timeline timeline = channel.timeline();
        long end = timeline.start(timeline.breaks().afterLastOf(number));
        return range(channel, number) + ",DURATION=" + seconds(length(timeline, number)) + ",SCTE35-IN="
                + Splice.in(number, end);
    }

    private static String range(Channel channel, long number) {
        Timeline timeline = channel.timeline();
        StringBuilder out = new StringBuilder(64).append(DATE_RANGE);
        out.append(channel.id()).append("-break-").append(number).append("\",START-DATE=\"");
        LocalDate.append(out, channel, timeline.start(timeline.breaks().firstOf(number)));
        return out.append('"').toString();
    }

    private static long length(Timeline timeline, long number) {
        Breaks breaks = timeline.breaks();
        return timeline.start(breaks.afterLastOf(number)) - timeline.start(breaks.firstOf(number));
    }

    private static String seconds(long millis) {
        StringBuilder out = new StringBuilder(8);
        UtcDate.appendSeconds(out, millis);
        return out.toString();
    }

    static boolean isDateRange(String tag) {
        return tag.startsWith(DATE_RANGE);
    }

    static String id(String tag) {
        return tag.substring(DATE_RANGE.length(), tag.indexOf('"', DATE_RANGE.length()));
    }
}
