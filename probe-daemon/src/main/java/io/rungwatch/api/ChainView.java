package io.rungwatch.api;

import io.rungwatch.evidence.Mask;
import io.rungwatch.json.Json;
import io.rungwatch.profile.Layer;
import io.rungwatch.report.SampleView;
import io.rungwatch.round.Rates;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Proportion;
import io.rungwatch.status.LayerStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layers of a channel side by side: what each gave last, and what its samples say. */
final class ChainView {
    private ChainView() {}

    static Map<String, @Nullable Object> layer(Layer layer, LayerStatus status, boolean withExchange) {
        Map<String, @Nullable Object> view = View.layer(layer);
        view.put("sample", status.taken().map(SampleView::of).map(Mask::ofAll).orElse(null));
        view.put("rates", status.rates().map(ChainView::rates).orElse(null));
        if (withExchange) {
            view.put(
                    "fetched",
                    status.taken().map(taken -> View.exchange(taken.exchange())).orElse(null));
        }
        return view;
    }

    private static Map<String, @Nullable Object> rates(Rates rates) {
        Counts own = rates.channel();
        return Json.object(
                "samples", own.samples(),
                "failed",
                        own.share(Set.of(Outcome.CLIENT_ERROR, Outcome.SERVER_ERROR, Outcome.FAILED))
                                .k(),
                "hitRatio", ratio(own.hits(Counts.Row.FIRST_TOUCH, rates.revalidatedIsHit())),
                "hitRatioSecondTouch", ratio(own.hits(Counts.Row.SECOND_TOUCH, rates.revalidatedIsHit())),
                "hitRatioLiveEdge", ratio(own.hits(Counts.Row.LIVE_EDGE, rates.revalidatedIsHit())),
                "firstByteMedian", seconds(rates.firstByte().own().median()),
                "firstByteP95", seconds(rates.firstByte().own().p95()),
                "downloadMedian", seconds(rates.download().own().median()),
                "downloadP95", seconds(rates.download().own().p95()));
    }

    private static @Nullable Double ratio(Optional<Proportion> hits) {
        return hits.filter(seen -> seen.n() > 0).map(Proportion::share).orElse(null);
    }

    private static @Nullable Double seconds(Duration time) {
        return time.isZero() ? null : time.toNanos() / 1e9;
    }
}
