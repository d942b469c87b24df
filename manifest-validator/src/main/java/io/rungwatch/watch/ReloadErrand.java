package io.rungwatch.watch;

import io.rungwatch.check.Input;
import io.rungwatch.check.Reload;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Rendition;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.ServerControl;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Now and then asks for one low-latency playlist of the channel as its players do, at all layers: some parts one after the other, each
 * before it is there; then a delta update, the whole playlist and those of the other renditions at once. One rendition speaks for all.
 */
final class ReloadErrand implements Errand {
    private static final Duration REST = Duration.ofSeconds(60);
    /** The first catches up with the stream, the others wait for it. */
    private static final int PARTS = 4;

    private static final int MOST_OTHERS = 8;
    /** What a server may hold a request for is not what it may be late. */
    private static final int HELD = 3;

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final List<Session> sessions = new ArrayList<>();
    private final Turns turns;
    private boolean looked;

    ReloadErrand(ChannelWatch watch, Catalogue catalogue, Instant first) {
        this.watch = watch;
        this.catalogue = catalogue;
        this.turns = new Turns(first);
    }

    @Override
    public boolean endsWith(Round round) {
        return false;
    }

    @Override
    public boolean settled() {
        return sessions.isEmpty() && (looked || canary() == null);
    }

    @Override
    public Instant due() {
        Instant due = sessions.isEmpty() ? turns.next() : Instant.MAX;
        for (int i = 0; i < sessions.size(); i++) {
            Instant wants = sessions.get(i).wants;
            due = wants.isBefore(due) ? wants : due;
        }
        return due;
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        if (sessions.isEmpty() && !turns.next().isAfter(now)) {
            begin(now);
        }
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (!sessions.get(i).wants.isAfter(now)) {
                sessions.get(i).ask(into);
            }
        }
        together(into);
    }

    /** All layers are asked in the same instant for what they have now, and so judged in the same: what differs between them is theirs. */
    private void together(List<Poll> into) {
        Instant due = Instant.MIN;
        for (Session session : sessions) {
            if (session.through == null) {
                return;
            }
            due = session.through.isAfter(due) ? session.through : due;
        }
        for (Session session : List.copyOf(sessions)) {
            if (!session.asked) {
                session.atOnce(due, into);
            }
        }
    }

    private void begin(Instant now) {
        Round canary = canary();
        if (canary == null) {
            turns.nothing(now);
            return;
        }
        looked = true;
        for (int i = canary.layers() - 1; i >= 0; i--) {
            Track track = canary.track(i);
            if (track != null && track.isNamed() && holds(track.timeline().current())) {
                sessions.add(new Session(track, track.timeline().current().orElseThrow(), turns.next()));
            }
        }
        turns.begin(now, watch.targetDuration(canary), Pace.round(REST, now.toEpochMilli(), 0));
    }

    private @Nullable Round canary() {
        List<Round> rounds = watch.rounds();
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            if (round.rendition().kind() == Rendition.Kind.VIDEO && holds(round)) {
                return round;
            }
        }
        return null;
    }

    private static boolean holds(Round round) {
        for (int i = 0; i < round.layers(); i++) {
            Track track = round.track(i);
            if (track != null && holds(track.timeline().current())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Optional<MediaPlaylist> playlist) {
        return playlist.filter(ReloadErrand::canBeAsked).isPresent();
    }

    static boolean canBeAsked(MediaPlaylist playlist) {
        return playlist.partTarget().isPresent()
                && !playlist.ended()
                && playlist.serverControl() != null
                && playlist.serverControl().canBlockReload();
    }

    /** At one layer. */
    private final class Session {
        private final Track track;
        private final List<Reload> chain = new ArrayList<>(PARTS);
        private final List<Reloads.Other> others = new ArrayList<>();
        private MediaPlaylist known;
        private Optional<MediaPlaylist> delta = Optional.empty();
        private Optional<MediaPlaylist> whole = Optional.empty();
        private Duration roundTrip = Duration.ZERO;
        private @Nullable Instant fresh;
        private Instant wants;
        /** Since when it has had its parts, or knows that none come. */
        private @Nullable Instant through;

        private boolean asked;
        private int open;

        Session(Track track, MediaPlaylist known, Instant wants) {
            this.track = track;
            this.known = known;
            this.wants = wants;
        }

        void ask(List<Poll> into) {
            Instant due = wants;
            wants = Instant.MAX;
            if (!track.isNamed()) {
                end();
            } else if (chain.size() < PARTS
                    && (chain.isEmpty() || chain.getLast().brought())) {
                part(due, into);
            } else {
                through = due;
            }
        }

        private void part(Instant due, List<Poll> into) {
            long number = known.endNumber();
            int part = known.tail().parts().size();
            Duration held =
                    Duration.ofNanos(HELD * known.effectiveTargetDuration()).plus(GRACE);
            Limits patient = Limits.PLAYLIST.withFirstByte(held).withTotal(held);
            String query = "_HLS_msn=" + Long.toUnsignedString(number) + "&_HLS_part=" + part;
            send(query, patient, due, into, exchange -> reloaded(number, part, exchange));
        }

        private void reloaded(long number, int part, Exchange exchange) {
            Instant end = exchange.startedAt().plusNanos(exchange.timing().total());
            Optional<MediaPlaylist> answer = read(track, exchange);
            Optional<Duration> silence = Optional.ofNullable(fresh).map(before -> Duration.between(before, end));
            chain.add(new Reload(number, part, exchange, answer, silence));
            if (chain.getLast().brought()) {
                known = answer.orElse(known);
                fresh = end;
            }
            wants = end;
        }

        private void atOnce(Instant due, List<Poll> into) {
            asked = true;
            ServerControl control = known.serverControl();
            if (control != null && control.canSkipUntil().isPresent()) {
                send("_HLS_skip=YES", Limits.PLAYLIST, due, into, exchange -> delta = read(track, exchange));
            }
            send("", Limits.PLAYLIST, due, into, exchange -> {
                whole = read(track, exchange);
                roundTrip = Duration.ofNanos(exchange.timing().total());
            });
            if (track.layer().layer().kind().isCache()) {
                return;
            }
            for (Track other : track.layer().playlists()) {
                if (other != track && other.failures == 0 && open < MOST_OTHERS) {
                    Fetch fetch = Fetch.get(other.url(), Limits.PLAYLIST);
                    send(
                            fetch,
                            due,
                            into,
                            exchange -> read(other, exchange)
                                    .ifPresent(playlist -> others.add(new Reloads.Other(
                                            other.where().rendition(),
                                            other.url().path(),
                                            playlist))));
                }
            }
        }

        private void send(String query, Limits limits, Instant due, List<Poll> into, Answer answer) {
            try {
                send(Fetch.get(asked(track.url(), query), limits), due, into, answer);
            } catch (BadUrl e) {
                end();
            }
        }

        private void send(Fetch fetch, Instant due, List<Poll> into, Answer answer) {
            open++;
            track.asides++;
            into.add(new Poll(track, (poll, exchange) -> accept(poll, answer, exchange), fetch, due));
        }

        private PollReport accept(Poll poll, Answer answer, Exchange exchange) {
            open--;
            track.asides--;
            answer.is(exchange);
            Verdict verdict = new Verdict();
            if (open == 0 && asked) {
                judge(verdict);
                end();
            }
            Duration target = watch.targetDuration(track.round());
            return Judging.aside(poll, exchange, verdict, target);
        }

        private void judge(Verdict verdict) {
            verdict.judged(Input.RELOADS);
            catalogue.judge(
                    new Reloads(
                            track.where().rendition(),
                            known.effectiveTargetDuration(),
                            known.partTarget().orElse(0),
                            chain,
                            known,
                            delta,
                            whole,
                            others,
                            roundTrip),
                    verdict);
            if (!verdict.findings().isEmpty()) {
                turns.found(chain.getLast().exchange().startedAt(), Duration.ofNanos(known.effectiveTargetDuration()));
            }
        }

        private void end() {
            wants = Instant.MAX;
            sessions.remove(this);
        }
    }

    private interface Answer {
        void is(Exchange exchange);
    }

    private static Optional<MediaPlaylist> read(Track track, Exchange exchange) {
        return exchange instanceof Exchange.Answered answer
                        && answer.status() == 200
                        && Hls.parse(answer.body(), PlaylistJudge.outside(track.layer(), answer))
                                instanceof MediaPlaylist playlist
                        && !playlist.malformed()
                ? Optional.of(playlist)
                : Optional.empty();
    }

    private static Url asked(Url url, String query) throws BadUrl {
        if (query.isEmpty()) {
            return url;
        }
        return url.resolve(url.query().isEmpty() ? "?" + query : "?" + url.query() + "&" + query);
    }
}
