package io.rungwatch.watch;

import io.rungwatch.check.Input;
import io.rungwatch.check.Patched;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Now and then asks for the patch that an MPD offers, and in the same instant for the whole MPD that it should lead to. */
final class PatchErrand implements Errand {
    private static final Duration REST = Duration.ofMinutes(4);
    /** Until a patch is there that changes something. */
    private static final int TRIES = 5;

    private static final Limits LIMITS = Limits.PLAYLIST.withBytes(Dash.LARGEST);

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final Round round;
    private final Turns turns;
    private boolean looked;
    private int tries;

    PatchErrand(ChannelWatch watch, Catalogue catalogue, Round round, Instant first) {
        this.watch = watch;
        this.catalogue = catalogue;
        this.round = round;
        this.turns = new Turns(first);
    }

    @Override
    public boolean endsWith(Round gone) {
        return gone == round;
    }

    @Override
    public Instant due() {
        return turns.next();
    }

    @Override
    public boolean settled() {
        return looked || round.tracks().noneMatch(PatchErrand::offersPatches);
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        Instant due = turns.next();
        boolean asked = false;
        for (int i = round.layers() - 1; i >= 0; i--) {
            Track track = round.track(i);
            if (track != null && offersPatches(track)) {
                asked |= ask(track, due, into);
            }
        }
        if (!asked) {
            turns.nothing(now);
            return;
        }
        Duration target = watch.targetDuration(round);
        turns.begin(now, target, ++tries % TRIES == 0 ? REST : target);
    }

    private static boolean offersPatches(Track track) {
        return track.failures == 0
                && track.mpds()
                        .current()
                        .filter(mpd -> !mpd.patchLocations().isEmpty())
                        .isPresent();
    }

    private boolean ask(Track track, Instant due, List<Poll> into) {
        Mpd mpd = track.mpds().current().orElseThrow();
        try {
            Url patch = track.base().resolve(mpd.patchLocations().getFirst().url());
            Look look = new Look(track, mpd, track.read().orElseThrow().body);
            into.add(look.poll(Fetch.get(patch, LIMITS), due, exchange -> look.answer = exchange));
            into.add(look.poll(Fetch.get(track.url(), LIMITS), due, exchange -> look.whole = exchange));
            return true;
        } catch (BadUrl e) {
            return false; // Told by reference_invalid.
        }
    }

    private interface Answer {
        void is(Exchange exchange);
    }

    private final class Look {
        private final Track track;
        private final Mpd before;
        private final byte[] text;
        private @Nullable Exchange answer;
        private @Nullable Exchange whole;

        Look(Track track, Mpd before, byte[] text) {
            this.track = track;
            this.before = before;
            this.text = text;
        }

        Poll poll(Fetch fetch, Instant due, Answer then) {
            track.asides++;
            return new Poll(track, (poll, exchange) -> accept(poll, then, exchange), fetch, due);
        }

        private PollReport accept(Poll poll, Answer then, Exchange exchange) {
            track.asides--;
            then.is(exchange);
            Verdict verdict = new Verdict();
            if (answer != null && whole != null) {
                judge(answer, whole, verdict);
            }
            Duration target = watch.targetDuration(round);
            return Judging.aside(poll, exchange, verdict, target);
        }

        private void judge(Exchange patch, Exchange full, Verdict verdict) {
            looked = true;
            verdict.judged(Input.PATCH);
            Optional<Patched.Whole> after = full instanceof Exchange.Answered answered
                            && answered.status() == 200
                            && Dash.parse(answered.body()) instanceof Mpd mpd
                    ? Optional.of(new Patched.Whole(mpd, answered.body()))
                    : Optional.empty();
            catalogue.judge(new Patched(before, text, patch, after), verdict);
            if (!verdict.findings().isEmpty()) {
                turns.found(patch.startedAt(), watch.targetDuration(round));
            }
        }
    }
}
