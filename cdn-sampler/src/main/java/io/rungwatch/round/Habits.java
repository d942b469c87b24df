package io.rungwatch.round;

import io.rungwatch.cache.MediaPackage;
import io.rungwatch.cache.Pops;
import io.rungwatch.cache.Reply;
import io.rungwatch.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the answers to one channel's samples show of a layer by the way.
 *
 * @param expected which POPs should answer
 * @param pops which did, the last ten
 * @param answers how many there were lately, twenty at most
 * @param closed after how many of the last ones in a row the connection was closed
 * @param inputs of a packager with two of them
 */
public record Habits(Pops expected, List<String> pops, int answers, int closed, Inputs inputs) {
    private static final int POPS = 10;
    /** So many must be one way until it is a habit. */
    public static final int ANSWERS = 20;

    /**
     * From which of two inputs the packager made the segments, where it says so.
     *
     * @param active that of the newest segment
     * @param segment when the newest one was published
     * @param switched when it became another one, within the last hour
     */
    public record Inputs(OptionalLong active, Instant segment, List<Instant> switched) {
        private static final Duration REMEMBERED = Duration.ofHours(1);
        private static final int MOST = 60;

        static final Inputs NONE = new Inputs(OptionalLong.empty(), Instant.MIN, List.of());

        /** An older segment tells of the past: only one newer than all before can tell of a change. */
        private Inputs and(OptionalLong input, Instant published) {
            if (input.isEmpty() || !published.isAfter(segment)) {
                return this;
            }
            boolean other = active.isPresent() && active.getAsLong() != input.getAsLong();
            List<Instant> changes = new ArrayList<>(switched);
            if (other) {
                changes.add(published);
            }
            return new Inputs(
                    input, published, List.copyOf(changes.subList(Math.max(0, changes.size() - MOST), changes.size())));
        }

        private Inputs at(Instant now) {
            Instant since = now.minus(REMEMBERED);
            return switched.isEmpty() || switched.getFirst().isAfter(since)
                    ? this
                    : new Inputs(
                            active,
                            segment,
                            switched.stream()
                                    .filter(change -> change.isAfter(since))
                                    .toList());
        }
    }

    public static Habits of(Pops expected) {
        return new Habits(expected, List.of(), 0, 0, Inputs.NONE);
    }

    Habits at(Instant now) {
        return new Habits(expected, pops, answers, closed, inputs.at(now));
    }

    Habits and(Taken taken) {
        if (taken.answer().isEmpty() || taken.sample().spoiled()) {
            return this;
        }
        Reply reply = Reply.of(taken.answer().get());
        return new Habits(
                expected,
                expected.of(reply).map(this::popsAnd).orElse(pops),
                Math.min(ANSWERS, answers + 1),
                closes(taken.answer().get()) ? Math.min(ANSWERS, closed + 1) : 0,
                taken.good()
                        ? inputs.and(
                                MediaPackage.of(reply).activeInput(),
                                taken.segment().published())
                        : inputs);
    }

    private List<String> popsAnd(String pop) {
        List<String> all = new ArrayList<>(pops.size() < POPS ? pops : pops.subList(1, pops.size()));
        all.add(pop);
        return List.copyOf(all);
    }

    /** It says so, or the body has no other end. */
    private static boolean closes(Exchange.Answered answer) {
        Optional<String> connection = answer.headers().first("Connection");
        boolean endless = answer.headers().first("Content-Length").isEmpty()
                && answer.headers().first("Transfer-Encoding").isEmpty();
        return connection
                        .filter(said -> said.toLowerCase(Locale.ROOT).contains("close"))
                        .isPresent()
                || endless && answer.status() == 200;
    }
}
