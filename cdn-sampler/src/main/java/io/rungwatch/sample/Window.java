package io.rungwatch.sample;

import java.time.Duration;
import java.time.Instant;

/** The samples of one key, counted by the time at which they were taken. Late ones find their place, old ones drop out. */
public final class Window {
    private final Ring<Counts> slots;

    private Window(Duration width, Duration span) {
        slots = new Ring<>(width, (int) span.dividedBy(width), Counts::new);
    }

    /** For a layer, one of its POPs, a class of objects: an hour in 90 KB. */
    public static Window ofLayer() {
        return new Window(Duration.ofSeconds(10), Reach.SLOW.longest());
    }

    /** For one channel there: a day in 35 KB. */
    public static Window ofChannel() {
        return new Window(Duration.ofMinutes(10), Reach.CHANNEL.longest());
    }

    public void add(Sample sample) {
        slots.at(sample.at()).add(sample);
    }

    /** As of `now`; whole slots only, so up to one slot less than a reach says, or a slot's samples more than are enough. */
    public Counts counts(Reach reach, Instant now) {
        Counts sum = new Counts();
        int due = slots.last(reach.shortest(), now).size();
        for (Counts slot : slots.last(reach.longest(), now)) {
            if (due-- <= 0 && reach.wanted().applyAsInt(sum) >= reach.enough()) {
                break;
            }
            sum.add(slot);
        }
        return sum;
    }
}
