package io.rungwatch.past;

import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import java.time.Instant;

/** The last minutes of what one Representation lists in its timelines, this poll included. */
public final class Announced implements Trend {
    /** Dates and media that differ by more than this from one look to the next have jumped. */
    private static final long JUMP = 1_000_000_000L;
    /** Who has not looked for so many segments begins anew. */
    private static final int MOST = 1000;

    private final Advances advances = new Advances();
    private final Minutes minutes = new Minutes();
    private long edge = Long.MIN_VALUE;
    private long media;
    private long targetDuration;
    private long held;
    private long pause;
    private long lookedAt;

    /**
     * A manifest that is believed, and tells of something newer than the one before.
     *
     * @param target in nanoseconds
     * @param caches for how long they may have hidden what is new
     * @param wait for how long we did, beyond a target duration
     */
    public void note(Addressing addressing, Instant now, long target, long caches, long wait) {
        long at = Times.nanos(now);
        long before = edge;
        edge = addressing.edgeAt(now).map(Times::nanos).orElse(Long.MIN_VALUE);
        targetDuration = target;
        pause = wait;
        held = caches + wait;
        long blind = Math.max(0, at - lookedAt - target * 3 / 2 - wait);
        lookedAt = at;
        if (before == Long.MIN_VALUE || edge < before) {
            begin();
            return;
        }
        int first = (int) Math.max(0, addressing.count(now) - MOST);
        int index = (int) Math.min(Integer.MAX_VALUE, addressing.count(now)) - 1;
        int newest = index;
        long begins = edge;
        while (index >= first && begins > before + JUMP / 2) {
            begins = begin(addressing, index);
            index--;
        }
        int count = newest - index;
        if (count == 0) {
            return;
        }
        // A Period that is new goes on where the one before it ended.
        boolean jumped = begins - before > JUMP && index >= 0;
        media += edge - before;
        if (jumped) {
            begin();
            return;
        }
        advances.add(at, media, at - edge, count, blind);
        minutes.note(at, at - edge, at - media);
    }

    private static long begin(Addressing addressing, int index) {
        return addressing.wallClock(addressing.time(index)).map(Times::nanos).orElse(Long.MIN_VALUE);
    }

    /** Its clock is another one now. */
    public void begin() {
        advances.clear();
        minutes.clear();
    }

    @Override
    public Advances advances() {
        return advances;
    }

    @Override
    public Minutes minutes() {
        return minutes;
    }

    @Override
    public long targetDuration() {
        return targetDuration;
    }

    @Override
    public boolean dated() {
        return edge != Long.MIN_VALUE;
    }

    @Override
    public long pause() {
        return pause;
    }

    @Override
    public long held() {
        return held;
    }
}
