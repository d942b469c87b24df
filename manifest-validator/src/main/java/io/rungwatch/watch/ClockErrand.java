package io.rungwatch.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rungwatch.check.Input;
import io.rungwatch.check.Timekeeping;
import io.rungwatch.check.Timekeeping.Told;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.TimeSource;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.HttpDate;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Now and then asks for the time where a live MPD sends its players for it. */
final class ClockErrand implements Errand {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Limits LIMITS = Limits.PLAYLIST.withBytes(4096);
    private static final int LONGEST = 40;

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final Round round;
    private final Clocks clocks;
    private final Turns turns;
    private int open;
    private boolean looked;

    ClockErrand(ChannelWatch watch, Catalogue catalogue, Round round, Clocks clocks, Instant first) {
        this.watch = watch;
        this.catalogue = catalogue;
        this.round = round;
        this.clocks = clocks;
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
        return open == 0 && (looked || round.tracks().noneMatch(ClockErrand::namesServers));
    }

    private static boolean namesServers(Track track) {
        return live(track).filter(mpd -> !Clocks.servers(track, mpd).isEmpty()).isPresent();
    }

    private static Optional<Mpd> live(Track track) {
        return track.mpds().current().filter(Mpd::dynamic);
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        Instant due = turns.next();
        Set<Url> asked = new HashSet<>();
        for (int i = round.layers() - 1; i >= 0; i--) {
            Track track = round.track(i);
            if (track != null) {
                live(track).ifPresent(mpd -> ask(track, mpd, due, asked, into));
            }
        }
        if (asked.isEmpty()) {
            turns.nothing(now);
            return;
        }
        clocks.keepOnly(asked);
        looked = true;
        turns.begin(now, REST, Pace.round(REST, due.toEpochMilli(), 0));
    }

    private void ask(Track track, Mpd mpd, Instant due, Set<Url> asked, List<Poll> into) {
        for (Map.Entry<Url, TimeSource.Kind> server : Clocks.servers(track, mpd).entrySet()) {
            Url url = server.getKey();
            if (asked.add(url)) {
                boolean head = server.getValue() == TimeSource.Kind.HEAD;
                Fetch fetch = head ? Fetch.head(url, LIMITS) : Fetch.get(url, LIMITS);
                open++;
                track.asides++;
                into.add(new Poll(track, (poll, exchange) -> accept(poll, track, head, exchange), fetch, due));
            }
        }
    }

    private PollReport accept(Poll poll, Track track, boolean head, Exchange exchange) {
        Url url = poll.fetch().url();
        open--;
        track.asides--;
        Verdict verdict = new Verdict();
        if (!exchange.neverAsked()) {
            clocks.note(url, told(url, head, exchange));
            live(track).ifPresent(mpd -> {
                verdict.judged(Input.CLOCK);
                catalogue.judge(new Timekeeping(mpd, exchange.startedAt(), clocks.told(track, mpd)), verdict);
            });
        }
        Duration target = watch.targetDuration(round);
        return Judging.aside(poll, exchange, verdict, target);
    }

    private static Told told(Url url, boolean head, Exchange exchange) {
        if (!(exchange instanceof Exchange.Answered answer)) {
            return new Told(url.toString(), null, "gives no answer: " + ((Exchange.Failed) exchange).detail());
        }
        if (answer.status() != 200) {
            return new Told(url.toString(), null, "answers with HTTP " + answer.status());
        }
        String text = head ? answer.headers().first("Date").orElse("") : new String(answer.body(), ISO_8859_1).strip();
        Optional<Instant> time = head ? HttpDate.parse(text) : Mpd.moment(text);
        return time.map(told -> new Told(url.toString(), off(told, !text.contains("."), answer), ""))
                .orElseGet(() -> new Told(url.toString(), null, "tells no time but " + shown(text)));
    }

    /** At least: the time was told somewhere between question and answer, and what is told in seconds may be almost one later. */
    private static Duration off(Instant told, boolean seconds, Exchange.Answered answer) {
        Instant end = answer.startedAt().plusNanos(answer.timing().total());
        if (told.isAfter(end)) {
            return Duration.between(end, told);
        }
        Instant latest = seconds ? told.plusSeconds(1) : told;
        return latest.isBefore(answer.startedAt()) ? Duration.between(answer.startedAt(), latest) : Duration.ZERO;
    }

    private static String shown(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
        return text.isEmpty() ? "nothing" : "\"" + start.replaceAll("[^ -~…]", ".") + "\"";
    }
}
