package io.rungwatch.drive;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.Offers;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Sampling;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Somebody looks at what a real one asks.
 *
 * @param late how much later than it wants to it may ask: the probe is busy
 */
record WatchedSampling(Sampling real, Duration late, BiConsumer<Instant, Question> asked) implements Sampling {
    @Override
    public List<Question> ask(Instant now, Offers offers) {
        List<Question> questions = real.ask(now, offers);
        questions.forEach(question -> asked.accept(now, question));
        return questions;
    }

    @Override
    public Instant due() {
        Instant due = real.due();
        return due.equals(Instant.MAX) ? due : due.plus(late);
    }

    @Override
    public List<PollReport> takeJudged() {
        return real.takeJudged();
    }

    @Override
    public List<Where> takeGone() {
        return real.takeGone();
    }

    @Override
    public void sees(boolean anybody) {
        real.sees(anybody);
    }

    @Override
    public boolean settled() {
        return real.settled();
    }

    @Override
    public void adopt(ChannelProfile profile) {
        real.adopt(profile);
    }
}
