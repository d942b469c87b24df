package io.rungwatch.store;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What one layer gave to a channel. Figures that nobody could know are not a number.
 *
 * @param requests polls and samples, `answers` those with an answer of whatever status
 * @param latencyMean of whole answers, in milliseconds
 * @param status the highest; -1 where nobody answered
 * @param hits of `lookups`: samples that viewers had the time to fetch, and whose layer said whether its cache had them
 * @param errors no usable answer, `timeouts` among them
 */
public record CdnRow(
        Row.Place place,
        Instant time,
        int span,
        long requests,
        long answers,
        double latencyMean,
        double latencyMost,
        double firstByteMean,
        double firstByteMost,
        int status,
        long hits,
        long lookups,
        long bytes,
        long errors,
        long timeouts)
        implements Row<CdnRow> {

    static final Table<CdnRow> TABLE = new Table<>(
            "cdn_metrics",
            "time, span_sec, probe_id, channel_id, cdn_layer, requests, answers, http_latency_ms, http_latency_max_ms,"
                    + " http_first_byte_ms, http_first_byte_max_ms, http_status_code, cache_hit, cache_lookups,"
                    + " bytes_served, error_count, timeout_count",
            CdnRow::write,
            CdnRow::read);

    @Override
    public CdnRow over(Instant from, int seconds) {
        return new CdnRow(
                place,
                from,
                seconds,
                requests,
                answers,
                latencyMean,
                latencyMost,
                firstByteMean,
                firstByteMost,
                status,
                hits,
                lookups,
                bytes,
                errors,
                timeouts);
    }

    @Override
    public CdnRow with(CdnRow later) {
        return new CdnRow(
                place,
                time,
                span,
                requests + later.requests,
                answers + later.answers,
                Fold.mean(latencyMean, answers, later.latencyMean, later.answers),
                Fold.most(latencyMost, later.latencyMost),
                Fold.mean(firstByteMean, answers, later.firstByteMean, later.answers),
                Fold.most(firstByteMost, later.firstByteMost),
                Fold.most(status, later.status),
                hits + later.hits,
                lookups + later.lookups,
                bytes + later.bytes,
                errors + later.errors,
                timeouts + later.timeouts);
    }

    private void write(Values values) throws SQLException {
        values.time(time).number(span).text(place.probe()).text(place.channel()).text(place.layer());
        values.count(requests).count(answers);
        values.figure(latencyMean).figure(latencyMost).figure(firstByteMean).figure(firstByteMost);
        values.number(status)
                .count(hits)
                .count(lookups)
                .count(bytes)
                .count(errors)
                .count(timeouts);
    }

    private static CdnRow read(Fields fields) throws SQLException {
        Instant time = fields.time();
        int span = fields.number();
        return new CdnRow(
                new Row.Place(fields.text(), fields.text(), fields.text()),
                time,
                span,
                fields.count(),
                fields.count(),
                fields.figure(),
                fields.figure(),
                fields.figure(),
                fields.figure(),
                fields.number(),
                fields.count(),
                fields.count(),
                fields.count(),
                fields.count(),
                fields.count());
    }
}
