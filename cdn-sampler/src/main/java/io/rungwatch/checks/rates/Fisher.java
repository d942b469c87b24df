package io.rungwatch.checks.rates;

import io.rungwatch.sample.Proportion;

/** How likely it is that chance alone made the first share as much larger than the second, or more so. */
final class Fisher {
    private Fisher() {}

    static double chance(Proportion one, Proportion other) {
        long bad = one.k() + other.k();
        long all = one.n() + other.n();
        double chance = 0;
        for (long k = one.k(); k <= Math.min(bad, one.n()); k++) {
            chance += Math.exp(choose(one.n(), k) + choose(other.n(), bad - k) - choose(all, bad));
        }
        return Math.min(1, chance);
    }

    /** Its logarithm. */
    private static double choose(long n, long k) {
        if (k < 0 || k > n) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (long i = 1; i <= k; i++) {
            sum += Math.log((double) (n - k + i) / i);
        }
        return sum;
    }
}
