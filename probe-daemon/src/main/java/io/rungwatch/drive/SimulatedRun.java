package io.rungwatch.drive;

import io.rungwatch.exchange.BodyReader;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.http.Header;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The driver without sockets and without a clock: a month of live television in minutes. The simulator answers as a function of the
 * time, so the order of events is all there is. A layer's host name is its name.
 */
public final class SimulatedRun {
    /** What the network takes when nobody is slow. */
    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    private static final int MOST_HOPS = 5;

    private record Event(Instant at, Runnable action) {}

    private static final class Seat {
        final ChannelWatch watch;
        Instant due = Instant.MAX;

        Seat(ChannelWatch watch) {
            this.watch = watch;
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final Sink sink;
    private Simulator simulator;
    private Instant now;

    public SimulatedRun(Simulator simulator, Instant start, Sink sink) {
        this.simulator = simulator;
        this.now = start;
        this.sink = sink;
    }

    public Instant now() {
        return now;
    }

    /** The same channels under another fault plan from now on. */
    public void simulator(Simulator other) {
        simulator = other;
    }

    public void add(ChannelWatch watch) {
        schedule(new Seat(watch));
    }

    public void runUntil(Instant end) {
        while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
            Event event = events.remove();
            now = event.at().isAfter(now) ? event.at() : now;
            event.action().run();
        }
        now = end;
    }

    private void turn(Seat seat, Instant due) {
        if (!due.equals(seat.due)) {
            return; // An answer brought the turn forward.
        }
        seat.due = Instant.MAX;
        for (Poll poll : seat.watch.due(now)) {
            Exchange exchange = exchange(poll.fetch());
            at(now.plusNanos(exchange.timing().total()), () -> answered(seat, poll, exchange));
        }
        schedule(seat);
    }

    private void answered(Seat seat, Poll poll, Exchange exchange) {
        sink.accept(seat.watch.accept(poll, exchange));
        seat.watch.takeSampled().forEach(sink::accept);
        seat.watch.takeRetired().forEach(sink::forget);
        schedule(seat);
    }

    private void schedule(Seat seat) {
        Instant next = seat.watch.nextDue();
        if (next.isBefore(seat.due)) {
            seat.due = next;
            at(next, () -> turn(seat, next));
        }
    }

    private void at(Instant when, Runnable action) {
        events.add(new Event(when, action));
    }

    private Exchange exchange(Fetch fetch) {
        List<Url> hops = new ArrayList<>();
        Url url = fetch.url();
        while (true) {
            Answer answer = simulator.answer(now, url.host(), request(fetch, url));
            if (answer.status() < 300 || answer.status() >= 400 || answer.status() == 304) {
                return exchange(fetch, url, hops, answer);
            }
            if (hops.size() == MOST_HOPS) {
                return failed(fetch, hops, Failure.TOO_MANY_REDIRECTS, ROUND_TRIP);
            }
            try {
                url = url.resolve(answer.header("Location").orElse(""));
            } catch (BadUrl e) {
                return failed(fetch, hops, Failure.BAD_REDIRECT, ROUND_TRIP);
            }
            if (hops.contains(url)) {
                return failed(fetch, hops, Failure.REDIRECT_LOOP, ROUND_TRIP);
            }
            hops.add(url);
        }
    }

    private Exchange exchange(Fetch fetch, Url url, List<Url> hops, Answer answer) {

        Duration took = ROUND_TRIP.plus(answer.delay());
        if (answer.disposition() == Disposition.HANG
                || took.compareTo(fetch.limits().firstByte()) > 0) {
            return failed(
                    fetch, hops, Failure.FIRST_BYTE_TIMEOUT, fetch.limits().firstByte());
        } else if (answer.disposition() == Disposition.RESET) {
            return failed(fetch, hops, Failure.RESET, took);
        } else if (answer.disposition() == Disposition.TRUNCATE) {
            return failed(fetch, hops, Failure.TRUNCATED, took);
        } else if (answer.disposition() == Disposition.TRICKLE) {
            return failed(fetch, hops, Failure.TOTAL_TIMEOUT, fetch.limits().total());
        }
        String[] headers = new String[answer.headers().size() * 2];
        for (int i = 0; i < answer.headers().size(); i++) {
            Header header = answer.headers().get(i);
            headers[2 * i] = header.name();
            headers[2 * i + 1] = header.value();
        }
        if (!fetch.headersOnly() && answer.body().length() > fetch.limits().wireBytes()) {
            return failed(fetch, hops, Failure.TOO_LARGE, took);
        }
        byte[] body = answer.body().toBytes();
        BodyReader reader = fetch.reader();
        if (reader != null && (answer.status() == 200 || answer.status() == 206)) {
            reader.add(body, 0, body.length);
            body = new byte[0];
        }
        return new Exchange.Answered(
                now, timing(took), hops, url, url.host(), answer.status(), Headers.of(headers), body);
    }

    private static Request request(Fetch fetch, Url url) {
        return new Request(
                fetch.how() == Fetch.How.HEAD ? "HEAD" : "GET",
                url.target(),
                fetch.ifNoneMatch(),
                fetch.ifModifiedSince(),
                fetch.how() == Fetch.How.FIRST_BYTE
                        ? "bytes=0-0"
                        : fetch.more().first("Range").orElse(null),
                null);
    }

    private Exchange failed(Fetch fetch, List<Url> hops, Failure failure, Duration took) {
        return new Exchange.Failed(now, timing(took), hops, failure, "simulated, at " + fetch.url());
    }

    private static Timing timing(Duration took) {
        return new Timing(0, 0, 0, took.toNanos(), took.toNanos(), true);
    }
}
