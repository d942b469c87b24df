package io.rungwatch.report;

import io.rungwatch.cache.Ruling;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.json.Json;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A segment as one layer gave it, in JSON. */
public final class SampleView {
    private SampleView() {}

    public static Map<String, @Nullable Object> of(Taken taken) {
        return Json.object(
                "at", taken.sample().at(),
                "protocol", taken.where().protocol().word(),
                "layer", taken.layer().name(),
                "rendition", taken.where().rendition().name(),
                "segment", taken.segment().listed().number(),
                "url", taken.segment().listed().url().toString(),
                "status", taken.status() == 0 ? null : taken.status(),
                "failure", taken.exchange() instanceof Exchange.Failed failed ? failed.detail() : null,
                "bytes", taken.print().bytes(),
                "crc32c", String.format("%08x", taken.print().crc()),
                "firstByte", taken.sample().firstByte() / 1e9,
                "total", taken.sample().total() / 1e9,
                "verdict", taken.sample().verdict().word(),
                "why", taken.ruling().map(Ruling::reasons).orElse(List.of()),
                "void", taken.sample().spoiled());
    }
}
