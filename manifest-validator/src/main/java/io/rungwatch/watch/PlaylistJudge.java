package io.rungwatch.watch;

import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.check.Twins;
import io.rungwatch.check.View;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Outside;
import io.rungwatch.hls.Playlist;
import io.rungwatch.profile.Mode;
import io.rungwatch.watch.Readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the answers to polls of one rendition's playlist: by itself, beside the one before, beside its siblings and the layer above. */
final class PlaylistJudge implements Judge {
    /** A rendition that has not been seen for this many target durations is nothing to compare with. */
    private static final int COMPARABLE = 2;
    /** A first look, the immediate second one, and the next poll. */
    private static final int LOOKS = 3;
    /** Just past the limit, so that the poll that could prove staleness is not half a target duration away. */
    private static final Duration PAST = Duration.ofMillis(20);

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final AssetLists assets;

    PlaylistJudge(ChannelWatch watch, Catalogue catalogue, AssetLists assets) {
        this.watch = watch;
        this.assets = assets;
        this.catalogue = catalogue;
    }

    @Override
    public PollReport accept(Track track, Exchange exchange) {
        Verdict verdict = new Verdict();
        Outcome outcome = track.usable(exchange)
                ? judge(track, (Exchange.Answered) exchange, verdict)
                : unreachable(track, exchange, verdict);
        Duration target = watch.targetDuration(track.round());
        return Judging.report(track, exchange.startedAt(), outcome, verdict, target);
    }

    @Override
    public Duration interval(Round round, Duration target) {
        for (int i = 0; i < round.layers(); i++) {
            Track track = round.track(i);
            if (track != null && track.timeline().current().isPresent()) {
                boolean ended = track.timeline().current().get().ended();
                return !ended ? target : watch.profile().mode() == Mode.VOD ? Pace.VOD : Pace.ENDED;
            }
        }
        return target;
    }

    private Outcome unreachable(Track track, Exchange exchange, Verdict verdict) {
        Instant at = exchange.startedAt();
        Duration target = watch.targetDuration(track.round());
        track.failed(at);
        Judging.answer(
                catalogue,
                track,
                exchange,
                Optional.empty(),
                target,
                track.layer().views(),
                verdict);
        if (!confirm(track, verdict, at)) {
            track.want(at.plus(Pace.unchanged(target)));
        }
        if (track.failures == 1) {
            watch.askForManifest(track.layer(), at.plus(track.round().refetch()));
        }
        return new Outcome.Unreachable(Judging.withoutBulk(exchange));
    }

    private Outcome judge(Track track, Exchange.Answered answer, Verdict verdict) {
        Instant at = answer.startedAt();
        track.answered(answer);
        boolean same = track.sameBody(answer);
        Reading read = same
                ? track.read().orElseThrow()
                : track.round().readings().of(answer.body(), body -> Hls.parse(body, outside(track.layer(), answer)));
        Document document = read.document;
        Duration target = watch.targetDuration(track.round());
        Judging.answer(catalogue, track, answer, Optional.of(document), target, List.of(), verdict);
        if (document instanceof MediaPlaylist playlist
                && !playlist.malformed()
                && !playlist.segments().isEmpty()) {
            content(track, answer, read, playlist, verdict);
        } else {
            confirm(track, verdict, at);
        }
        return new Outcome.Fetched(read.of(answer), document, !same);
    }

    /** What EXT-X-DEFINE may ask for: the variables of this layer's manifest, and the query of the URL that answered. */
    static Outside outside(LayerWatch layer, Exchange.Answered answer) {
        Track entry = layer.track(Rendition.ENTRY);
        Map<String, String> variables = entry != null && entry.document().orElse(null) instanceof Playlist manifest
                ? manifest.variables()
                : Map.of();
        return new Outside(variables, answer.finalUrl().query());
    }

    private void content(Track track, Exchange.Answered answer, Reading read, MediaPlaylist playlist, Verdict verdict) {
        Instant at = answer.startedAt();
        Duration held = track.round().cacheLife(track, watch.targetDuration(track.round()));
        byItself(read, playlist, track.where().rendition(), verdict);
        assets.judge(track, playlist, verdict);
        if (!ReloadErrand.canBeAsked(playlist)) {
            verdict.judged(Input.RELOADS); // What is offered no more is not broken any more.
        }
        verdict.judged(Input.STEP);
        if (track.read().orElse(null) == read) {
            Step<MediaPlaylist> step = track.timeline().same(at, held);
            catalogue.judge(step, verdict);
            twins(step, verdict);
            track.seen(step);
            beside(track, verdict);
            confirm(track, verdict, at);
            again(track, at, held);
            return;
        }
        Lineages.Join join = track.timeline().look(playlist);
        Step<MediaPlaylist> step = track.timeline().step(join, at, held);
        int before = verdict.findings().size();
        catalogue.judge(step, verdict);
        boolean contradicts = join.previous().isPresent() && asksForSecondLook(verdict.findings(), before);
        track.contradicted = contradicts ? track.contradicted + 1 : 0;
        twins(step, verdict);
        boolean asked = confirm(track, verdict, at);
        if (contradicts && track.contradicted < LOOKS) {
            // Not accepted yet: the next looks are judged beside the same predecessor, so that they can agree.
            if (!asked) {
                track.want(at.plus(Pace.unchanged(watch.targetDuration(track.round()))));
                track.unconditional = true;
            }
            return;
        }
        track.contradicted = 0;
        track.timeline().accept(join, step);
        track.accept(answer, read);
        // An older copy is no news of the stream: the newest that we know is what the others are compared with.
        boolean older = step.relation() == Relation.OLDER;
        if (step.relation() == Relation.FIRST) {
            // The round began before anybody knew how long the target duration is.
            track.round().notAfter(at.plus(watch.targetDuration(track.round())));
        }
        track.seen(older ? track.timeline().still(at, held) : step);
        beside(track, verdict);
        if (older) {
            again(track, at, held);
        }
    }

    /** The same for every layer that serves it, and for as long as it does. */
    private void byItself(Reading read, MediaPlaylist playlist, Rendition rendition, Verdict verdict) {
        List<Finding> findings = read.findings;
        if (findings == null) {
            Verdict document = new Verdict();
            catalogue.judge(playlist, rendition, document);
            document.faults().forEach(verdict::add);
            findings = List.copyOf(document.findings());
            read.findings = findings;
        }
        verdict.judged(Input.DOCUMENT);
        verdict.addAll(findings);
    }

    private void twins(Step<MediaPlaylist> step, Verdict verdict) {
        verdict.judged(Input.TWINS);
        Twins.of(step).ifPresent(twins -> catalogue.judge(twins, verdict));
    }

    private static boolean asksForSecondLook(List<Finding> findings, int from) {
        for (int i = from; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.check().confirm() == Confirm.TWO_OF_THREE && finding.severity() != Severity.INFO) {
                return true;
            }
        }
        return false;
    }

    private void beside(Track track, Verdict verdict) {
        long recent = Times.nanos(track.view().step().orElseThrow().at())
                - COMPARABLE * watch.targetDuration(track.round()).toNanos();
        List<View> live = new ArrayList<>(track.layer().playlists().size());
        track.layer().live(recent, live);
        past(track, verdict);
        verdict.judged(Input.RENDITIONS);
        catalogue.judge(track.view(), live, verdict);
        View upper = track.round().above(track, recent);
        if (upper != null && track.view().isLive(recent)) {
            verdict.judged(Input.LAYERS);
            catalogue.judge(new LayerPair(track.view(), upper), new Pairs(track.layer(), recent), verdict);
        }
    }

    /** While nothing changes, what was true of the last minutes stays true: a playlist that stands still is another check's matter. */
    private void past(Track track, Verdict verdict) {
        if (track.past().step().relation() != Relation.SAME) {
            Verdict past = new Verdict();
            catalogue.judge(track.past(), track.where().rendition(), past);
            track.pastFindings = List.copyOf(past.findings());
            past.faults().forEach(verdict::add);
        }
        verdict.judged(Input.PAST);
        verdict.addAll(track.pastFindings);
    }

    /** What the renditions of a layer are compared with. Hardly any poll looks at others than its own, so they are found when asked for. */
    private static final class Pairs extends AbstractList<LayerPair> {
        private final LayerWatch layer;
        private final long recent;
        private @Nullable List<LayerPair> found;

        Pairs(LayerWatch layer, long recent) {
            this.layer = layer;
            this.recent = recent;
        }

        private List<LayerPair> found() {
            if (found == null) {
                found = new ArrayList<>();
                for (Track here : layer.playlists()) {
                    View upper = here.round().above(here, recent);
                    if (upper != null && here.view().isLive(recent)) {
                        found.add(new LayerPair(here.view(), upper));
                    }
                }
            }
            return found;
        }

        @Override
        public LayerPair get(int index) {
            return found().get(index);
        }

        @Override
        public int size() {
            return found().size();
        }
    }

    private boolean confirm(Track track, Verdict verdict, Instant at) {
        return Judging.confirm(track, track.round(), verdict.findings(), at);
    }

    /** Nothing new: look again after half a target duration, and just when it would be too long. */
    private void again(Track track, Instant at, Duration held) {
        MediaPlaylist playlist = track.timeline().current().orElseThrow();
        if (playlist.ended()) {
            return;
        }
        Duration target = Pace.clamp(Duration.ofNanos(playlist.effectiveTargetDuration()));
        track.want(at.plus(Pace.unchanged(target)));
        Instant limit = track.timeline()
                .changedAt()
                .plus(target.multipliedBy(2))
                .plus(held)
                .plus(PAST);
        if (limit.isAfter(at)) {
            Instant soonest = at.plus(Pace.SHORTEST);
            track.want(limit.isAfter(soonest) ? limit : soonest);
        }
        // A cache with a broken validator says 304 for ever; what could prove staleness is asked for without one.
        track.unconditional |= limit.isBefore(at.plus(target));
    }
}
