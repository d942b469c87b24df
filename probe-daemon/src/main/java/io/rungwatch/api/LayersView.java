package io.rungwatch.api;

import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Rates;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Spread;
import io.rungwatch.status.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chain as a whole: each layer over all channels. */
final class LayersView {
    private static final Set<Outcome> BAD = Set.of(Outcome.CLIENT_ERROR, Outcome.SERVER_ERROR, Outcome.FAILED);

    /** What the channels of one layer say. */
    private static final class Sum {
        final Layer layer;
        int channels;
        Optional<Rates> latest = Optional.empty();
        final List<Float> lags = new ArrayList<>();
        float worstLag = Float.NaN;
        String worstChannel = "";

        Sum(Layer layer) {
            this.layer = layer;
        }

        /** All channels share the books of a layer: whoever has counted most has the newest copy. */
        void add(Rates rates) {
            long known = latest.map(some -> (long) some.slow().samples()).orElse(-1L);
            latest = rates.slow().samples() >= known ? Optional.of(rates) : latest;
        }

        void add(String channel, float lag) {
            if (Float.isNaN(lag)) {
                return;
            }
            lags.add(lag);
            if (Float.isNaN(worstLag) || lag > worstLag) {
                worstLag = lag;
                worstChannel = channel;
            }
        }
    }

    private final Status status;
    private final Hour hour;

    LayersView(Status status, Hour hour) {
        this.status = status;
        this.hour = hour;
    }

    Map<String, @Nullable Object> view() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (ChannelProfile profile : status.channels()) {
            for (Layer layer : profile.layers()) {
                Sum sum = sums.computeIfAbsent(layer.name(), name -> new Sum(layer));
                sum.channels++;
                status.layer(profile.channel(), layer).rates().ifPresent(sum::add);
                sum.add(profile.channel(), hour.lastLag(profile.channel(), layer.name()));
            }
        }
        return Json.object(
                "layers",
                sums.values().stream()
                        .sorted(Comparator.comparing(sum -> sum.layer.kind()))
                        .map(LayersView::view)
                        .toList());
    }

    private static Map<String, @Nullable Object> view(Sum sum) {
        Map<String, @Nullable Object> view = View.layer(sum.layer);
        view.put("channels", sum.channels);
        sum.lags.sort(Comparator.naturalOrder());
        view.put("lagMedian", sum.lags.isEmpty() ? null : round(sum.lags.get(sum.lags.size() / 2)));
        view.put("lagWorst", sum.lags.isEmpty() ? null : round(sum.worstLag));
        view.put("lagWorstChannel", sum.lags.isEmpty() ? null : sum.worstChannel);
        view.put(
                "fast",
                sum.latest.map(rates -> rates(rates, rates.fast(), true)).orElse(null));
        view.put(
                "slow",
                sum.latest.map(rates -> rates(rates, rates.slow(), false)).orElse(null));
        return view;
    }

    private static Map<String, @Nullable Object> rates(Rates rates, Counts counts, boolean fast) {
        Spread firstByte = fast ? rates.firstByte().fast() : rates.firstByte().slow();
        Spread download = fast ? rates.download().fast() : rates.download().slow();
        return Json.object(
                "samples", counts.samples(),
                "failed", counts.share(BAD).k(),
                "hitRatio",
                        counts.hits(Counts.Row.FIRST_TOUCH, rates.revalidatedIsHit())
                                .filter(seen -> seen.n() > 0)
                                .map(Proportion::share)
                                .orElse(null),
                "firstByteMedian", millis(firstByte, 50),
                "firstByteP95", millis(firstByte, 95),
                "downloadP95", millis(download, 95));
    }

    private static @Nullable Long millis(Spread spread, double percent) {
        return spread.samples() == 0 ? null : spread.percentile(percent).toMillis();
    }

    private static double round(float value) {
        return Math.round(value * 100) / 1e2;
    }
}
