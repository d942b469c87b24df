package io.rungwatch.bench.live;

import java.util.List;

/** Does it grow? One value for each minute. */
record Trend(List<Double> values) {

    double firstThird() {
        return mean(values.subList(0, third()));
    }

    double middleThird() {
        return mean(values.subList(values.size() / 2 - third() / 2, values.size() / 2 - third() / 2 + third()));
    }

    double lastThird() {
        return mean(values.subList(values.size() - third(), values.size()));
    }

    private int third() {
        return Math.max(1, values.size() / 3);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
