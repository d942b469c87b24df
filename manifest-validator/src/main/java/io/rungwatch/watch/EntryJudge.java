package io.rungwatch.watch;

import io.rungwatch.check.Input;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.LadderShape;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Tracks;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Outside;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the answers to polls of the entry manifest, and follows the playlists that it names. */
final class EntryJudge implements Judge {
    private static final Duration SOONEST = Duration.ofSeconds(30);

    /** For how long a change of the ladder is news. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** The ladder that was left, and when. */
    private record Left(MultivariantPlaylist playlist, Instant at) {}

    /** Of one row each; the rest of the manifest is as good as ever. */
    private static final Set<ProblemKind> SLIPS = EnumSet.of(
            ProblemKind.ATTRIBUTE_SYNTAX,
            ProblemKind.STREAM_INF_BANDWIDTH,
            ProblemKind.STREAM_INF_URI,
            ProblemKind.MEDIA_ATTRIBUTE);

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final Steerings steerings;
    private final Map<Track, Left> lefts = new HashMap<>();

    EntryJudge(ChannelWatch watch, Catalogue catalogue, Steerings steerings) {
        this.watch = watch;
        this.steerings = steerings;
        this.catalogue = catalogue;
    }

    @Override
    public PollReport accept(Track track, Exchange exchange) {
        Instant at = exchange.startedAt();
        Duration target = watch.targetDuration(track.round());
        Verdict verdict = new Verdict();
        Outcome outcome = track.usable(exchange)
                ? judge(track, (Exchange.Answered) exchange, target, verdict)
                : unreachable(track, exchange, target, verdict);
        Round round = track.round();
        boolean moved = !track.foundBefore(verdict.findings());
        Judging.confirm(track, round, verdict.findings(), at);
        if (moved || track.failures > 0) {
            Instant soon = at.plus(Pace.unchanged(target));
            // A server that hangs does not make the probe late.
            round.trouble(soon.isBefore(track.idleSince) ? track.idleSince : soon);
        }
        return Judging.report(track, at, outcome, verdict, target);
    }

    /** Players load it once, so a healthy one is asked once a minute; one that a cache gives a shorter life, sooner. */
    @Override
    public Duration interval(Round round, Duration target) {
        if (round.attentive()) {
            return target;
        }
        Duration life = watch.layers().getLast().entryLife(Pace.ENTRY);
        return life.isZero() ? Pace.ENTRY : life.compareTo(SOONEST) < 0 ? SOONEST : life;
    }

    private Outcome unreachable(Track track, Exchange exchange, Duration target, Verdict verdict) {
        track.failed(exchange.startedAt());
        Judging.answer(catalogue, track, exchange, Optional.empty(), target, List.of(), verdict);
        return new Outcome.Unreachable(Judging.withoutBulk(exchange));
    }

    private Outcome judge(Track track, Exchange.Answered answer, Duration target, Verdict verdict) {
        track.answered(answer);
        boolean same = track.sameBody(answer);
        Reading read = same
                ? track.read().orElseThrow()
                : track.round()
                        .readings()
                        .of(
                                answer.body(),
                                body -> Hls.parse(
                                        body,
                                        new Outside(Map.of(), answer.finalUrl().query())));
        Document document = read.document;
        if (document instanceof MediaPlaylist && Judging.isRead(Optional.of(document)) && followsItself(track)) {
            watch.follow(track.layer(), Map.of(Names.ONLY, answer.finalUrl()), answer.startedAt());
            verdict.judged(Input.EXCHANGE);
            if (!same) {
                track.accept(answer, read);
            }
            return new Outcome.Fetched(read.of(answer), document, !same);
        }
        Judging.answer(catalogue, track, answer, Optional.of(document), target, List.of(), verdict);
        if (document instanceof MultivariantPlaylist playlist && !playlist.malformed()) {
            LadderMatch match = LadderMatch.of(watch.profile().ladder(), playlist);
            verdict.judged(Input.RUNGS);
            catalogue.judge(match, verdict);
            verdict.judged(Input.LADDER);
            Ladder ladder = new Ladder(playlist, match, before(track, playlist, same, answer.startedAt()));
            catalogue.judge(ladder, verdict);
            verdict.judged(Input.TRACKS);
            catalogue.judge(Tracks.of(ladder), verdict);
            steerings.judge(track, playlist, verdict);
            if (same) {
                watch.followAsBefore(track.layer());
            } else {
                Map<Rendition, Url> named = Names.of(playlist, match, answer.finalUrl());
                watch.follow(track.layer(), named, answer.startedAt());
                track.accept(answer, read);
            }
        } else if (document instanceof MultivariantPlaylist playlist && hasOnlySlips(playlist)) {
            LadderMatch match = LadderMatch.of(watch.profile().ladder(), playlist);
            Map<Rendition, Url> named = Names.of(playlist, match, answer.finalUrl());
            watch.followNew(track.layer(), named, answer.startedAt());
        }
        return new Outcome.Fetched(read.of(answer), document, !same);
    }

    /** Players skip a row that they cannot read and play the others: a probe that gave up here would see less than they do. */
    private static boolean hasOnlySlips(MultivariantPlaylist playlist) {
        return playlist.problems().stream().map(Problem::kind).allMatch(kind -> !kind.hard() || SLIPS.contains(kind));
    }

    /** What players that loaded the manifest before its last change of ladder still have; tokens and order are no change. */
    private Optional<MultivariantPlaylist> before(Track track, MultivariantPlaylist now, boolean same, Instant at) {
        Left left = lefts.get(track);
        if (left != null && left.at().plus(REMEMBERED).isBefore(at)) {
            lefts.remove(track);
            left = null;
        }
        Optional<MultivariantPlaylist> last = same
                ? Optional.empty()
                : track.document()
                        .filter(MultivariantPlaylist.class::isInstance)
                        .map(MultivariantPlaylist.class::cast);
        if (last.isPresent() && !LadderShape.of(last.get()).sameAs(LadderShape.of(now))) {
            lefts.put(track, new Left(last.get(), at));
            return last;
        }
        return left == null ? last : Optional.of(left.playlist());
    }

    /** A lone media playlist may be watched as it is, when nobody said that a ladder must be there. */
    private boolean followsItself(Track track) {
        return watch.profile().ladder().isEmpty()
                && track.document().map(known -> known instanceof MediaPlaylist).orElse(true);
    }
}
