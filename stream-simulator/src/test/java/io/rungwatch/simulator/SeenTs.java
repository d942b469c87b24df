package io.rungwatch.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MPEG-TS as a careful client would read it, who passes over null packets. Stamps are of 33 bits, as they stand there. */
record SeenTs(int counterErrors, List<Long> pts, List<Long> leads, List<Boolean> keys, List<Integer> pids, int nulls) {
    private static final int NULL = 0x1FFF;
    static final long WRAP = 1L << 33;

    static SeenTs of(byte[] stream) {
        List<Long> pts = new ArrayList<>();
        List<Long> leads = new ArrayList<>();
        List<Boolean> keys = new ArrayList<>();
        List<Integer> pids = new ArrayList<>();
        Map<Integer, Integer> counters = new HashMap<>();
        int errors = 0;
        int nulls = 0;
        for (int at = 0; at < stream.length; at += 188) {
            if (stream[at] != 0x47) {
                throw new AssertionError("no sync byte at " + at);
            }
            int pid = (stream[at + 1] & 0x1F) << 8 | stream[at + 2] & 0xFF;
            if (pid == NULL) {
                nulls++;
                continue;
            }
            int counter = stream[at + 3] & 0x0F;
            Integer before = counters.put(pid, counter);
            errors += before != null && counter != (before + 1 & 0x0F) ? 1 : 0;
            pids.add(pid);
            boolean field = (stream[at + 3] & 0x20) != 0;
            if ((stream[at + 1] & 0x40) != 0 && pid > 0x1F && pid != 0x1000) {
                long stamp = pts(stream, at + (field ? 5 + (stream[at + 4] & 0xFF) : 4) + 9);
                pts.add(stamp);
                keys.add(field && (stream[at + 5] & 0x40) != 0);
                if (field && (stream[at + 5] & 0x10) != 0) {
                    leads.add(Math.floorMod(stamp - pcr(stream, at + 6), WRAP));
                }
            }
        }
        return new SeenTs(errors, pts, leads, keys, pids, nulls);
    }

    private static long pts(byte[] stream, int at) {
        long high = (stream[at] & 0x0E) >> 1;
        long middle = (stream[at + 1] & 0xFFL) << 7 | (stream[at + 2] & 0xFF) >> 1;
        long low = (stream[at + 3] & 0xFFL) << 7 | (stream[at + 4] & 0xFF) >> 1;
        return high << 30 | middle << 15 | low;
    }

    private static long pcr(byte[] stream, int at) {
        long high = 0;
        for (int i = 0; i < 4; i++) {
            high = high * 256 + (stream[at + i] & 0xFF);
        }
        return high * 2 + ((stream[at + 4] & 0x80) != 0 ? 1 : 0);
    }

    /** From each frame to the next. */
    List<Long> steps() {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < pts.size(); i++) {
            steps.add(Math.floorMod(pts.get(i) - pts.get(i - 1), WRAP));
        }
        return steps;
    }
}
