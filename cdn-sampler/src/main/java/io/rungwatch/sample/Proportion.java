package io.rungwatch.sample;

/** `k` of `n`, and by Wilson's interval what share that may really be. Nothing seen may be any share. */
public record Proportion(long k, long n) {
    /** Wrong once in forty on either side. */
    public static final double Z = 1.96;

    public Proportion {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException(k + " of " + n);
        }
    }

    public double share() {
        return n == 0 ? 0 : (double) k / n;
    }

    public double low(double z) {
        return n == 0 ? 0 : Math.max(0, centre(z) - half(z));
    }

    public double high(double z) {
        return n == 0 ? 1 : Math.min(1, centre(z) + half(z));
    }

    private double centre(double z) {
        return (share() + z * z / (2 * n)) / (1 + z * z / n);
    }

    private double half(double z) {
        double p = share();
        return z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
    }

    @Override
    public String toString() {
        return k + " of " + n;
    }
}
