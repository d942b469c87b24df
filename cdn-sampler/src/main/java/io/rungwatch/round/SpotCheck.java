package io.rungwatch.round;

import io.rungwatch.profile.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Now and then some channels are looked at more closely: several segments that follow one another, of the lowest rung, of another and of the
 * sound. Drawn by tier (two of five from the most watched, two from between, one from the rest) and without replacement: in the end it is
 * everybody's turn. What a draw finds is no detector of faults; the watch of every channel is.
 */
public final class SpotCheck {
    private static final Map<Tier, Double> SHARES = new EnumMap<>(Map.of(Tier.TOP, 0.4, Tier.MID, 0.4, Tier.TAIL, 0.2));

    private final int channels;
    private final Duration every;
    private final int segments;
    private final Map<String, Tier> known = new HashMap<>();

    /** @param channels 0 for no draw */
    public SpotCheck(int channels, Duration every, int segments) {
        this.channels = channels;
        this.every = every;
        this.segments = segments;
    }

    public static SpotCheck none() {
        return new SpotCheck(0, Duration.ofHours(1), 0);
    }

    int segments() {
        return segments;
    }

    synchronized void follow(String channel, Tier tier) {
        known.put(channel, tier);
    }

    /** The number of the draw that is on. */
    long draw(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), every.toSeconds());
    }

    synchronized boolean draws(String channel, long draw) {
        Tier tier = known.get(channel);
        if (tier == null || channels == 0) {
            return false;
        }
        List<String> pool = new ArrayList<>();
        known.forEach((name, of) -> {
            if (of == tier) {
                pool.add(name);
            }
        });
        pool.sort(Comparator.comparingInt((String name) -> mixed(name)).thenComparing(name -> name));
        int quota = (int) Math.min(pool.size(), Math.ceil(channels * SHARES.getOrDefault(tier, 0.0)));
        long place = pool.indexOf(channel);
        return Math.floorMod(place - draw * quota, (long) pool.size()) < quota;
    }

    /** Looks random and is the same in every run. */
    private static int mixed(String name) {
        return Integer.rotateLeft(name.hashCode() * 0x9E3779B9, 13) * 0x85EBCA6B;
    }
}
