package io.rungwatch.api;

import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Track;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.json.Json;
import io.rungwatch.status.PlaceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The segments that a manifest lists, to be drawn on one time axis: `[number, start, length, marks]`, times in milliseconds since 1970.
 * Marks: `d` a discontinuity before it, `g` a gap, `t` its start is written in the playlist and not counted from another one.
 */
final class SegmentsView {
    /** What the eye can tell apart; the newest count. */
    private static final int MOST = 60;

    private static final int MOST_TRACKS = 40;
    private static final int MOST_PERIODS = 3;
    private static final long MILLION = 1_000_000;

    private SegmentsView() {}

    /** One for each rendition that the document describes. */
    static List<Map<String, @Nullable Object>> of(PlaceStatus place) {
        Instant asked = place.exchange().map(exchange -> exchange.startedAt()).orElse(Instant.EPOCH);
        Document document = place.document().orElse(null);
        String kind = place.where().rendition().kind().word();
        if (document instanceof MediaPlaylist playlist) {
            String name = place.where().rendition().name();
            return List.of(row(name, kind, playlist.edge().isPresent(), listed(playlist, asked)));
        }
        return document instanceof Mpd mpd ? tracks(mpd, asked) : List.of();
    }

    private static Map<String, @Nullable Object> row(
            String rendition, String kind, boolean dated, List<List<Object>> segments) {
        return Json.object("rendition", rendition, "kind", kind, "dated", dated, "segments", segments);
    }

    private static List<List<Object>> listed(MediaPlaylist playlist, Instant asked) {
        List<Segment> segments = playlist.segments();
        List<List<Object>> blocks = new ArrayList<>();
        int from = Math.max(0, segments.size() - MOST);
        boolean dated = playlist.edge().isPresent();
        long start = Times.nanos(asked) - playlist.mediaFrom(playlist.firstListedNumber() + from);
        for (Segment segment : segments.subList(from, segments.size())) {
            long begins = dated ? segment.start() : start;
            start += segment.duration();
            String marks = (segment.discontinuity() ? "d" : "")
                    + (segment.gap() ? "g" : "")
                    + (segment.dating().written() ? "t" : "");
            blocks.add(List.of(
                    SequenceNumbers.text(segment.number()), begins / MILLION, segment.duration() / MILLION, marks));
        }
        return blocks;
    }

    private static List<Map<String, @Nullable Object>> tracks(Mpd mpd, Instant asked) {
        Map<String, List<List<Object>>> blocks = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        List<PeriodView> periods = mpd.presentation().periods();
        for (PeriodView period : periods.subList(Math.max(0, periods.size() - MOST_PERIODS), periods.size())) {
            for (Track track : period.tracks()) {
                String name = track.representation().name();
                if (kinds.size() < MOST_TRACKS || kinds.containsKey(name)) {
                    kinds.putIfAbsent(name, kind(track));
                    add(
                            track.addressing(),
                            period.index() > 0,
                            asked,
                            blocks.computeIfAbsent(name, n -> new ArrayList<>()));
                }
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        blocks.forEach((name, all) -> rows.add(row(
                name, kinds.getOrDefault(name, ""), true, all.subList(Math.max(0, all.size() - MOST), all.size()))));
        return rows;
    }

    private static String kind(Track track) {
        return track.set().is("text") ? "subtitles" : track.set().contentType();
    }

    private static void add(Addressing addressing, boolean later, Instant asked, List<List<Object>> into) {
        if (addressing.mode() == Addressing.Mode.SINGLE
                || addressing.wallClock(0).isEmpty()) {
            return;
        }
        long count = addressing.count(asked);
        long from = Math.max(addressing.first(asked), count - MOST);
        for (long index = from; index < count; index++) {
            long begins = addressing
                    .wallClock(addressing.time(index))
                    .orElse(Instant.EPOCH)
                    .toEpochMilli();
            long length = addressing.duration(index) * 1000 / addressing.timescale();
            into.add(List.of(
                    String.valueOf(addressing.number(index)), begins, length, later && index == 0 ? "dt" : "t"));
        }
    }
}
