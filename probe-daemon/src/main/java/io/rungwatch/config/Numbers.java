package io.rungwatch.config;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values that count or measure; each is written as people say it. */
final class Numbers {
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);

    static final Scalar<Long> BITRATE = Scalar.of(
            "a bitrate",
            "write 500k or 5M, bits per second",
            "([0-9]{1,6}(?:\\.[0-9]{1,6})?)([kM])",
            groups -> {
                long bits = new BigDecimal(groups.group(1))
                        .multiply(groups.group(2).equals("k") ? KILO : MEGA)
                        .longValue();
                return atLeast(1, bits, "is no bitrate that a rung can have; write 500k or 5M");
            },
            Numbers::bitrate);

    static final Scalar<Double> PERCENT = Scalar.of(
            "a percentage",
            "write it with its sign, for example 10%",
            "([0-9]{1,3}(?:\\.[0-9]{1,6})?)%",
            groups -> {
                BigDecimal percent = new BigDecimal(groups.group(1));
                if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                    throw new Unfit("is more than all; write 0% to 100%");
                }
                return percent.movePointLeft(2).doubleValue();
            },
            fraction -> plain(BigDecimal.valueOf(fraction).movePointRight(2)) + "%");

    static final Scalar<Resolution> RESOLUTION = Scalar.of(
            "a resolution",
            "write width x height, for example 1920x1080",
            "([1-9][0-9]{0,4})x([1-9][0-9]{0,4})",
            groups -> new Resolution(Integer.parseInt(groups.group(1)), Integer.parseInt(groups.group(2))),
            Resolution::toString);

    static final Scalar<Integer> COUNT = Scalar.of(
                    "a count",
                    "write a whole number, for example 3",
                    "[0-9]{1,6}",
                    groups -> Integer.valueOf(groups.group()),
                    String::valueOf)
            .as("integer");

    static final Scalar<Double> FACTOR = Scalar.of(
                    "a plain number",
                    "it counts target durations: write for example 1.5",
                    "[0-9]{1,6}(?:\\.[0-9]{1,6})?",
                    groups -> Double.valueOf(groups.group()),
                    factor -> plain(BigDecimal.valueOf(factor)))
            .as("number");

    private Numbers() {}

    static long atLeast(long least, long value, String otherwise) throws Unfit {
        if (value < least) {
            throw new Unfit(otherwise);
        }
        return value;
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }

    private static String bitrate(long bits) {
        BigDecimal value = BigDecimal.valueOf(bits);
        return bits < 1_000_000 ? plain(value.divide(KILO)) + "k" : plain(value.divide(MEGA)) + "M";
    }
}
