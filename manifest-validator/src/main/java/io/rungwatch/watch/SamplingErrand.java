package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;

/** Asks what the sampling wants to know, and sees to it that nobody is left while he is being asked. */
final class SamplingErrand implements Errand {
    private final ChannelWatch watch;
    private final Sampling sampling;
    private final Offers offers;

    SamplingErrand(ChannelWatch watch, Sampling sampling) {
        this.watch = watch;
        this.sampling = sampling;
        this.offers = new Offers(watch);
    }

    @Override
    public boolean endsWith(Round round) {
        return false;
    }

    @Override
    public Instant due() {
        return sampling.due();
    }

    @Override
    public boolean settled() {
        return sampling.settled();
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        watch.retired(offers.at(now).takeGone());
        watch.retired(sampling.takeGone());
        for (Sampling.Question question : sampling.ask(now, offers.at(now))) {
            Track track = offers.track(question.offer());
            if (track != null) {
                track.asides++;
                track.asked.add(question.fetch().url());
                into.add(new Poll(track, (poll, exchange) -> accept(track, question, exchange), question.fetch(), now));
            }
        }
    }

    private PollReport accept(Track track, Sampling.Question question, Exchange exchange) {
        track.asides--;
        sampling.sees(watch.sees(exchange));
        return question.then().apply(exchange);
    }

    void adopt(ChannelProfile profile) {
        sampling.adopt(profile);
    }

    List<PollReport> takeJudged() {
        return sampling.takeJudged();
    }
}
