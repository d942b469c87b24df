package io.rungwatch.bench.live;

import io.rungwatch.simulator.server.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** When somebody who starts asks for playlists for the first time: how many in each half second until each was asked for once. */
final class Arrivals implements Witness {
    /** Pauses of those who ask and of those who answer are shorter. */
    private static final long BIN_MILLIS = 500;
    /** A thousand channels begin within half a target duration, and look at their playlists for the first time within another one. */
    private static final double FIRST_ROUND = 1.5;
    /** From the first request on; nobody starts more slowly. */
    private static final long LONGEST_MILLIS = 60_000;

    /**
     * @param first request for a playlist, in milliseconds of the epoch; 0 is none
     * @param last first request for a channel
     * @param most polls in half a second of the first round
     */
    record Counted(long first, long last, int channels, long most) {
        static Counted parse(String text) {
            String[] said = text.split(" ", -1);
            return new Counted(
                    Long.parseLong(said[0]),
                    Long.parseLong(said[1]),
                    Integer.parseInt(said[2]),
                    Long.parseLong(said[3]));
        }

        String text() {
            return first + " " + last + " " + channels + " " + most;
        }

        /** The fullest half second beside an ordinary one. */
        double burst(double pollsPerSecond) {
            return most * 1000 / (pollsPerSecond * BIN_MILLIS);
        }
    }

    private final long[] bins;
    private final Set<String> channels = new HashSet<>();
    private volatile long until = 0;
    private long first;
    private long last;

    Arrivals(Duration targetDuration) {
        bins = new long[(int) (targetDuration.toMillis() * FIRST_ROUND / BIN_MILLIS)];
    }

    @Override
    public void asked(Instant at, String path) {
        long now = at.toEpochMilli();
        if (now < until && path.endsWith(".m3u8")) {
            count(now, path);
        }
    }

    private synchronized void count(long now, String path) {
        if (first == 0) {
            first = now;
            until = now + LONGEST_MILLIS;
        }
        int bin = (int) ((now - first) / BIN_MILLIS);
        if (bin >= 0 && bin < bins.length) {
            bins[bin]++;
        }
        if (channels.add(path.split("/", 4)[2])) {
            last = now;
        }
    }

    /** What was counted; counts anew from here. */
    synchronized String again() {
        long most = Arrays.stream(bins).max().orElse(0);
        Counted counted = new Counted(first, last, channels.size(), most);
        Arrays.fill(bins, 0);
        channels.clear();
        first = 0;
        last = 0;
        until = Long.MAX_VALUE;
        return counted.text();
    }
}
