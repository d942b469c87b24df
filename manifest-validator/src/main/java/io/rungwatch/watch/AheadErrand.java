package io.rungwatch.watch;

import io.rungwatch.check.Delivery;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Rendition;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Availability;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Now and then asks for a segment that by the clock of an MPD cannot be there yet: a packager that has it runs ahead. Only where the chain
 * begins, and never a cache, which would remember that it was not there.
 */
final class AheadErrand implements Errand {
    private static final Duration REST = Duration.ofSeconds(60);
    private static final int AHEAD = 3;

    private final ChannelWatch watch;
    private final Round round;
    private final Punctuality punctuality;
    private final MpdNames names;
    private final Turns turns;
    private int looks;
    private int open;

    AheadErrand(ChannelWatch watch, Round round, Punctuality punctuality, Instant first) {
        this.watch = watch;
        this.round = round;
        this.punctuality = punctuality;
        this.names = new MpdNames(watch.profile().ladder());
        this.turns = new Turns(first);
    }

    @Override
    public boolean endsWith(Round gone) {
        return gone == round;
    }

    @Override
    public boolean isLight() {
        return true;
    }

    @Override
    public Instant due() {
        return turns.next();
    }

    @Override
    public boolean settled() {
        return open == 0;
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        Track track = source();
        Map<Rendition, io.rungwatch.dash.Track> named =
                track == null ? Map.of() : track.mpds().current().map(names::of).orElse(Map.of());
        Instant due = turns.next();
        int turn = 0;
        for (Map.Entry<Rendition, io.rungwatch.dash.Track> one : named.entrySet()) {
            if (track != null
                    && turn++ == looks % named.size()
                    && ask(track, one.getKey(), one.getValue(), due, into)) {
                looks++;
                turns.begin(now, REST, Pace.round(REST, due.toEpochMilli(), 0));
                return;
            }
        }
        turns.nothing(now);
    }

    private @Nullable Track source() {
        Track track = round.track(0);
        return track == null || track.layer().layer().kind().isCache() || track.failures > 0 ? null : track;
    }

    private boolean ask(Track track, Rendition rendition, io.rungwatch.dash.Track named, Instant due, List<Poll> into) {
        Addressing addressing = named.addressing();
        List<Url> bases = named.bases(track.base());
        Optional<Availability> available = Availability.of(addressing, due);
        if (addressing.mode() != Addressing.Mode.DURATION || bases.isEmpty() || available.isEmpty()) {
            return false;
        }
        long place = available.get().newest() + AHEAD;
        Optional<Url> url = named.segment(bases.getFirst(), place);
        url.ifPresent(address -> {
            Listed object = Listing.segment(addressing, place, address);
            open++;
            track.asides++;
            into.add(new Poll(
                    track,
                    (poll, exchange) -> accept(poll, track, rendition, addressing, object, exchange),
                    Fetch.head(address, Limits.PLAYLIST),
                    due));
        });
        return url.isPresent();
    }

    private PollReport accept(
            Poll poll, Track track, Rendition rendition, Addressing addressing, Listed object, Exchange exchange) {
        open--;
        track.asides--;
        if (!exchange.neverAsked()) {
            punctuality.ahead(track, rendition, addressing, new Delivery(object, exchange));
        }
        Verdict verdict = new Verdict();
        punctuality.judge(track, exchange.startedAt(), verdict);
        return Judging.aside(poll, exchange, verdict, watch.targetDuration(round));
    }
}
