package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.dash.Period;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.hls.MediaSegment;
import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults of the lines that tell of ad breaks. */
final class Markers {
    private static final Pattern START = Pattern.compile("START-DATE=\"([^\"]+)\"");
    private static final Pattern PAYLOAD = Pattern.compile("(SCTE35-(?:OUT|IN)=0x[0-9A-F]+)([0-9A-F])");

    private Markers() {}

    static MediaSegment with(MediaSegment row, String tag) {
        List<String> tags = new ArrayList<>(row.tags());
        tags.add(tag);
        return row.withTags(tags);
    }

    /** Each date range ends ten seconds before it begins. */
    static MediaPlaylist endBeforeStart(Occasion occasion, MediaPlaylist playlist) {
        return eachTag(playlist, tag -> {
            Matcher start = START.matcher(tag);
            return start.find()
                    ? tag + ",END-DATE=\"" + Instant.parse(start.group(1)).minus(Duration.ofSeconds(10)) + "\""
                    : tag;
        });
    }

    static MediaPlaylist wrongSum(Occasion occasion, MediaPlaylist playlist) {
        return eachTag(playlist, tag -> {
            Matcher payload = PAYLOAD.matcher(tag);
            return payload.find()
                    ? payload.replaceFirst("$1" + (payload.group(2).equals("0") ? "1" : "0"))
                    : tag;
        });
    }

    /** The last character of Base64 may be padding; one before it is of the check sum. */
    static Mpd wrongSum(Occasion occasion, Mpd mpd) {
        return mpd.eachPeriod(period -> period.withSplices(period.splices().stream()
                .map(splice -> new Period.Splice(splice.event(), splice.at(), splice.length(), wrong(splice.marker())))
                .toList()));
    }

    private static String wrong(String base64) {
        int at = base64.length() - 5;
        return base64.substring(0, at) + (base64.charAt(at) == 'A' ? 'B' : 'A') + base64.substring(at + 1);
    }

    private static MediaPlaylist eachTag(MediaPlaylist playlist, UnaryOperator<String> change) {
        return playlist.each(row -> row.withTags(row.tags().stream().map(change).toList()));
    }

    /** Breaks begin, and nothing says that they are over. */
    static MediaPlaylist noReturn(Occasion occasion, MediaPlaylist playlist) {
        return SegmentFaults.born(
                occasion,
                playlist,
                row -> row.withTags(row.tags().stream()
                        .filter(tag -> !tag.equals("#EXT-X-CUE-IN") && !tag.contains("SCTE35-IN"))
                        .toList()));
    }

    /** The break goes on after its planned end, row by row, until the next one begins. */
    static MediaPlaylist neverClosed(Occasion occasion, MediaPlaylist playlist) {
        return SegmentFaults.born(occasion, noReturn(occasion, playlist), row -> stillOut(occasion, row));
    }

    private static MediaSegment stillOut(Occasion occasion, MediaSegment row) {
        Timeline timeline = occasion.channel().timeline();
        Breaks breaks = timeline.breaks();
        if (!breaks.any() || occasion.channel().stream().ads() == null || breaks.isAd(row.index())) {
            return row;
        }
        long number = breaks.number(row.index());
        boolean before = row.index() < breaks.firstOf(number);
        long out = timeline.start(breaks.firstOf(before ? number - 1 : number));
        long length = timeline.start(breaks.afterLastOf(before ? number - 1 : number)) - out;
        return with(
                row,
                "#EXT-X-CUE-OUT-CONT:ElapsedTime=%d.%03d,Duration=%d.%03d"
                        .formatted(
                                (timeline.start(row.index()) - out) / 1000,
                                (timeline.start(row.index()) - out) % 1000,
                                length / 1000,
                                length % 1000));
    }
}
