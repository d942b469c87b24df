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
 * sound. Drawn by tier (two of five from the most watched, two from between, one from the rest, and more from the others where a tier has
 * not so many) and without replacement: in the end it is everybody's turn. What a draw finds is no detector of faults; the watch of every
 * channel is.
 */
public final class SpotCheck {
    private static final Map<Tier, Double> SHARES = new EnumMap<>(Map.of(Tier.TOP, 0.4, Tier.MID, 0.4, Tier.TAIL, 0.2));

    private final int channels;
    private final Duration every;
    private final int segments;
    private final Map<String, Seen> known = new HashMap<>();

    /** Who did not come for a whole draw has left. */
    private record Seen(Tier tier, long draw) {}

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

    /** Whoever may be drawn says so at least once in each draw. */
    synchronized void follow(String channel, Tier tier, long draw) {
        known.put(channel, new Seen(tier, draw));
    }

    /** The number of the draw that is on. */
    long draw(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), every.toSeconds());
    }

    synchronized boolean draws(String channel, long draw) {
        known.values().removeIf(seen -> seen.draw() < draw - 1);
        Seen self = known.get(channel);
        if (self == null || channels == 0) {
            return false;
        }
        List<String> pool = new ArrayList<>();
        known.forEach((name, seen) -> {
            if (seen.tier() == self.tier()) {
                pool.add(name);
            }
        });
        pool.sort(Comparator.comparingInt((String name) -> mixed(name)).thenComparing(name -> name));
        int quota = quota(self.tier());
        long place = pool.indexOf(channel);
        return Math.floorMod(place - draw * quota, (long) pool.size()) < quota;
    }

    /** What one tier has not channels enough for goes to the others, the most watched first. */
    private int quota(Tier wanted) {
        Map<Tier, Integer> sizes = new EnumMap<>(Tier.class);
        known.values().forEach(seen -> sizes.merge(seen.tier(), 1, Integer::sum));
        Map<Tier, Integer> quotas = new EnumMap<>(Tier.class);
        sizes.forEach((tier, size) ->
                quotas.put(tier, (int) Math.min(size, Math.ceil(channels * SHARES.getOrDefault(tier, 0.0)))));
        int left =
                channels - quotas.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Tier, Integer> tier : sizes.entrySet()) {
            int had = quotas.getOrDefault(tier.getKey(), 0);
            int more = Math.clamp(left, 0, tier.getValue() - had);
            quotas.put(tier.getKey(), had + more);
            left -= more;
        }
        return quotas.getOrDefault(wanted, 0);
    }

    /** Looks random and is the same in every run. */
    private static int mixed(String name) {
        return Integer.rotateLeft(name.hashCode() * 0x9E3779B9, 13) * 0x85EBCA6B;
    }
}
