package io.rungwatch.store;

import java.sql.SQLException;
import java.time.Instant;

/**
 * A channel at the first layer of its chain. Figures that nobody could know are not a number, counts that nobody could know -1.
 *
 * @param polls of its manifests and playlists, `failed` ones without a usable answer among them
 * @param fetchMean how long usable answers took, in milliseconds
 * @param segmentSeconds mean duration of the listed segments of its rungs
 * @param segments the fewest that a rung listed
 * @param missing how often a listed segment could not be had
 * @param rungs the fewest that were offered
 * @param bitrates of the rungs that were offered last, in bits per second, highest first, as JSON; empty where unknown
 */
public record PackagerRow(
        Row.Place place,
        Instant time,
        int span,
        long polls,
        long failed,
        double fetchMean,
        double fetchMost,
        double segmentSeconds,
        int segments,
        long missing,
        int rungs,
        String bitrates)
        implements Row<PackagerRow> {

    static final Table<PackagerRow> TABLE = new Table<>(
            "packager_metrics",
            "time, span_sec, probe_id, channel_id, polls, polls_failed, manifest_fetch_time_ms, manifest_fetch_max_ms,"
                    + " segment_duration_sec, segment_count, segment_missing, rung_count, rung_bitrates",
            PackagerRow::write,
            PackagerRow::read);

    @Override
    public PackagerRow over(Instant from, int seconds) {
        return new PackagerRow(
                place,
                from,
                seconds,
                polls,
                failed,
                fetchMean,
                fetchMost,
                segmentSeconds,
                segments,
                missing,
                rungs,
                bitrates);
    }

    @Override
    public PackagerRow with(PackagerRow later) {
        long usable = polls - failed;
        long others = later.polls - later.failed;
        return new PackagerRow(
                place,
                time,
                span,
                polls + later.polls,
                failed + later.failed,
                Fold.mean(fetchMean, usable, later.fetchMean, others),
                Fold.most(fetchMost, later.fetchMost),
                Fold.mean(segmentSeconds, usable, later.segmentSeconds, others),
                Fold.fewest(segments, later.segments),
                missing + later.missing,
                Fold.fewest(rungs, later.rungs),
                later.bitrates.isEmpty() ? bitrates : later.bitrates);
    }

    private void write(Values values) throws SQLException {
        values.time(time).number(span).text(place.probe()).text(place.channel());
        values.count(polls).count(failed).figure(fetchMean).figure(fetchMost);
        values.figure(segmentSeconds)
                .number(segments)
                .count(missing)
                .number(rungs)
                .word(bitrates);
    }

    private static PackagerRow read(Fields fields) throws SQLException {
        Instant time = fields.time();
        int span = fields.number();
        return new PackagerRow(
                new Row.Place(fields.text(), fields.text(), ""),
                time,
                span,
                fields.count(),
                fields.count(),
                fields.figure(),
                fields.figure(),
                fields.figure(),
                fields.number(),
                fields.count(),
                fields.number(),
                fields.text());
    }
}
