package io.rungwatch.bench.live;

import java.util.List;

/** Does it grow? One value for each minute. */
record Trend(List<Double> values) {

    double firstThird() {
        return mean(values.subList(0, third()));
    }

    double lastThird() {
        return mean(values.subList(values.size() - third(), values.size()));
    }

    /** Of the straight line that lies nearest to all values. */
    double slopeInAnHour() {
        double middle = (values.size() - 1) / 2.0;
        double mean = mean(values);
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return below == 0 ? 0 : above / below * 60;
    }

    private int third() {
        return Math.max(1, values.size() / 3);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
