package io.rungwatch.drive;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.url.BadUrl;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.FirstRound;
import io.rungwatch.watch.Poll;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver of `run`: some of the channels on one event loop. It looks at the clock ten times a second, sends together what is due,
 * and hands the answers back. Everything here runs on that loop.
 */
public final class Loop {
    private static final long TICK_MILLIS = 100;
    /** Timers are not exact; ticks that are made up for come one after the other. */
    private static final Duration SHORTEST_TICK = Duration.ofMillis(TICK_MILLIS * 9 / 10);
    /**
     * A daemon that starts does not knock at all doors at once, however long its machine held it up: what waits begins tick by tick. Ever more
     * of them: what runs for the first time is slow, and what piles up behind it would come at once.
     */
    private static final int MORE_IN_A_TICK = 8;

    private static final int MOST_IN_A_TICK = 72;

    /** What these take while the JVM is cold and the machine busy: first looks at playlists wait until all have begun, if it is so slow. */
    private static final long BEGIN_MILLIS = 150;
    /** The more channels there are, the longer they take over their first looks at their playlists. */
    private static final long FIRST_ROUND_MILLIS = 6;

    private static final long SHORTEST_FIRST_ROUND_MILLIS = 1000;
    private static final long LONGEST_FIRST_ROUND_MILLIS = 6000;

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private record Turn(Instant due, Seat seat) {}

    private record Beginner(ChannelProfile profile, Beginning beginning) {}

    private static final class Seat {
        final ChannelWatch watch;
        Instant due = Instant.MAX;
        boolean left;
        /** Its next turn has to be asked for anew. */
        boolean moved;

        Seat(ChannelWatch watch) {
            this.watch = watch;
        }
    }

    private final HttpProbe probe;
    private final InstantSource clock;
    private final Sink sink;
    private final Lateness lateness;
    private final Map<String, Seat> seats = new HashMap<>();
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::due));
    private final List<Seat> moved = new ArrayList<>();
    private final Map<String, Beginner> beginners = new LinkedHashMap<>();
    private Instant nextBegin = Instant.MIN;
    private int beginInATick;

    /** The watch over a channel, once its time has come. */
    public interface Beginning {
        ChannelWatch watch(ChannelProfile profile, Instant start, FirstRound firstRound) throws BadUrl;
    }

    /** Told how late each poll was sent. */
    public interface Lateness {
        void of(long nanos);
    }

    public Loop(Vertx vertx, HttpProbe probe, InstantSource clock, Sink sink, Lateness lateness) {
        this.probe = probe;
        this.clock = clock;
        this.sink = sink;
        this.lateness = lateness;
        vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    }

    /** As soon as it is its turn among those that begin. */
    public void add(ChannelProfile profile, Beginning beginning) {
        beginners.put(profile.channel(), new Beginner(profile, beginning));
    }

    /** At once. */
    public void add(ChannelWatch watch) {
        Seat seat = new Seat(watch);
        seats.put(watch.profile().channel(), seat);
        schedule(seat);
    }

    /** The channel goes on as it is and is judged by this profile from now on, if it can be. */
    public boolean adopt(ChannelProfile profile) {
        Beginner waits = beginners.get(profile.channel());
        if (waits != null) {
            add(profile, waits.beginning());
            return true;
        }
        Seat seat = seats.get(profile.channel());
        return seat != null && seat.watch.adopt(profile);
    }

    /** Time has jumped: turns that it was meant for are nobody's. Nobody is watched at present. */
    void timeJumped() {
        turns.clear();
        nextBegin = Instant.MIN;
    }

    /** Answers that are still on their way are dropped. */
    public void remove(String channel) {
        beginners.remove(channel);
        Seat seat = seats.remove(channel);
        if (seat != null) {
            seat.left = true;
        }
    }

    private void tick() {
        moved.forEach(this::schedule);
        moved.clear();
        Instant now = clock.instant();
        begin(now);
        while (!turns.isEmpty() && !turns.peek().due().isAfter(now)) {
            Turn turn = turns.remove();
            Seat seat = turn.seat();
            if (!seat.left && turn.due().equals(seat.due)) {
                seat.due = Instant.MAX;
                guarded(seat, () -> ask(seat, now));
            }
        }
    }

    /** Ticks that a held-up loop makes up for come at once, and are one tick here. */
    private void begin(Instant now) {
        if (beginners.isEmpty()) {
            beginInATick = 0;
            return;
        }
        if (now.isBefore(nextBegin)) {
            return;
        }
        nextBegin = now.plus(SHORTEST_TICK);
        beginInATick = more(beginInATick);
        FirstRound firstRound = firstRound(now);
        Iterator<Beginner> waiting = beginners.values().iterator();
        for (int i = 0; i < beginInATick && waiting.hasNext(); i++) {
            Beginner beginner = waiting.next();
            waiting.remove();
            try {
                add(beginner.beginning().watch(beginner.profile(), now, firstRound));
            } catch (BadUrl | RuntimeException e) {
                LOG.error("{} is not watched", beginner.profile().channel(), e);
            }
        }
    }

    private static int more(int inATick) {
        return Math.min(MOST_IN_A_TICK, inATick + MORE_IN_A_TICK);
    }

    /** Playlists wait until all that begin have asked for their manifests. */
    private FirstRound firstRound(Instant now) {
        long ticks = 0;
        int inATick = beginInATick;
        for (int left = beginners.size() - inATick; left > 0; left -= inATick) {
            inATick = more(inATick);
            ticks++;
        }
        long over = Math.clamp(
                FIRST_ROUND_MILLIS * (seats.size() + beginners.size()),
                SHORTEST_FIRST_ROUND_MILLIS,
                LONGEST_FIRST_ROUND_MILLIS);
        return new FirstRound(now.plusMillis(ticks * BEGIN_MILLIS), Duration.ofMillis(over));
    }

    private void ask(Seat seat, Instant now) {
        for (Poll poll : seat.watch.due(now)) {
            probe.fetch(poll.fetch(), exchange -> guarded(seat, () -> answered(seat, poll, exchange)));
        }
    }

    private void answered(Seat seat, Poll poll, Exchange exchange) {
        if (seat.left) {
            return;
        }
        lateness.of(Duration.between(poll.due(), exchange.startedAt()).toNanos());
        sink.accept(seat.watch.accept(poll, exchange));
        for (PollReport sampled : seat.watch.takeSampled()) {
            sink.accept(sampled);
        }
        for (Where gone : seat.watch.takeRetired()) {
            sink.forget(gone);
        }
    }

    /** A bug that one channel brings to light costs it one poll, and the others nothing. */
    private void guarded(Seat seat, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: the watch failed, this is a bug of the probe",
                    seat.watch.profile().channel(),
                    e);
        } finally {
            moved(seat);
        }
    }

    /** Nobody is asked between two ticks: when its turn is next can wait until all answers of this one are in. */
    private void moved(Seat seat) {
        if (!seat.moved) {
            seat.moved = true;
            moved.add(seat);
        }
    }

    /** A turn that an earlier one made obsolete stays in the queue and is passed over when it comes up. */
    private void schedule(Seat seat) {
        seat.moved = false;
        Instant next = seat.watch.nextDue();
        if (next.isBefore(seat.due)) {
            seat.due = next;
            turns.add(new Turn(next, seat));
        }
    }
}
