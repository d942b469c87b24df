package io.rungwatch.watch;

import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Timekeeping;
import io.rungwatch.check.Times;
import io.rungwatch.check.Tracks;
import io.rungwatch.check.View;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.Mode;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the answers to polls of an MPD: by itself, beside the one before, its Representations beside each other and beside the layer
 * above. All of it is one manifest, so what its Representations have in common is told once.
 */
final class MpdJudge implements Judge {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** What says no pace of its own, or one of years. */
    private static final Duration UNSAID = Duration.ofSeconds(60);

    private static final Duration LEAST_AT_ZERO = Duration.ofSeconds(2);
    private static final int LOOKS = 3;
    private static final int COMPARABLE = 2;
    private static final Duration PAST = Duration.ofMillis(20);

    private final ChannelWatch watch;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final Steerings steerings;
    private final Punctuality punctuality;
    private final MpdNames names;

    MpdJudge(ChannelWatch watch, Catalogue catalogue, Clocks clocks, Steerings steerings, Punctuality punctuality) {
        this.punctuality = punctuality;
        this.steerings = steerings;
        this.watch = watch;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.names = new MpdNames(watch.profile().ladder());
    }

    @Override
    public PollReport accept(Track track, Exchange exchange) {
        Verdict verdict = new Verdict();
        Duration target = watch.targetDuration(track.round());
        Outcome outcome = track.usable(exchange)
                ? judge(track, (Exchange.Answered) exchange, target, verdict)
                : unreachable(track, exchange, target, verdict);
        return Judging.report(track, exchange.startedAt(), outcome, verdict, watch.targetDuration(track.round()));
    }

    /** As the manifest asks for, within reason; one whose segments are counted by the clock hardly ever changes. */
    @Override
    public Duration interval(Round round, Duration target) {
        Mpd mpd = newest(round);
        if (mpd == null) {
            return target;
        }
        if (!mpd.dynamic()) {
            return watch.profile().mode() == Mode.VOD ? Pace.VOD : Pace.ENDED;
        }
        if (mpd.minimumUpdatePeriod() == null) {
            return UNSAID;
        }
        Duration said = Duration.ofNanos(Math.max(0, mpd.minimumUpdatePeriod().nanos()));
        if (said.isZero()) {
            return longer(target, LEAST_AT_ZERO);
        }
        if (said.compareTo(Duration.ofDays(1)) > 0) {
            return UNSAID;
        }
        Duration least = longer(said, target.dividedBy(2));
        return least.compareTo(LONGEST) > 0 ? LONGEST : least;
    }

    private static @Nullable Mpd newest(Round round) {
        for (int i = 0; i < round.layers(); i++) {
            Track track = round.track(i);
            if (track != null && track.mpds().current().isPresent()) {
                return track.mpds().current().get();
            }
        }
        return null;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private Outcome unreachable(Track track, Exchange exchange, Duration target, Verdict verdict) {
        Instant at = exchange.startedAt();
        track.failed(at);
        track.mpds().failed(track.failures);
        track.movedBack();
        Judging.answer(catalogue, track, exchange, Optional.empty(), target, List.of(), verdict);
        if (!Judging.confirm(track, track.round(), verdict.findings(), at)) {
            track.want(at.plus(Pace.unchanged(target)));
        }
        return new Outcome.Unreachable(Judging.withoutBulk(exchange));
    }

    private Outcome judge(Track track, Exchange.Answered answer, Duration target, Verdict verdict) {
        Instant at = answer.startedAt();
        track.answered(answer);
        boolean same = track.sameBody(answer);
        Reading read =
                same ? track.read().orElseThrow() : track.round().readings().of(answer.body(), Dash::parse);
        Document document = read.document;
        Judging.answer(catalogue, track, answer, Optional.of(document), target, List.of(), verdict);
        if (document instanceof Mpd mpd && !mpd.malformed()) {
            content(track, answer, read, mpd, verdict);
        } else {
            Judging.confirm(track, track.round(), verdict.findings(), at);
        }
        return new Outcome.Fetched(read.of(answer), document, !same);
    }

    private void content(Track track, Exchange.Answered answer, Reading read, Mpd mpd, Verdict verdict) {
        Instant at = answer.startedAt();
        Duration held = track.round().cacheLife(track, watch.targetDuration(track.round()));
        verdict.judged(Input.MPD);
        catalogue.judge(mpd, at, verdict);
        byItself(read, mpd, verdict);
        if (mpd.patchLocations().isEmpty()) {
            verdict.judged(Input.PATCH); // What is offered no more is not broken any more.
        }
        verdict.judged(Input.CLOCK);
        catalogue.judge(new Timekeeping(mpd, at, clocks.told(track, mpd)), verdict);
        punctuality.judge(track, mpd, at, verdict);
        steerings.judge(track, mpd, verdict);
        rungs(mpd, verdict);
        Step<Mpd> step = track.mpds().step(mpd, at, held);
        Verdict judged = judged(step);
        if (contradicts(step, judged)) {
            step = fromWhom(track.mpds(), step);
            judged = judged(step);
        }
        judged.faults().forEach(verdict::add);
        verdict.addAll(judged.findings());
        verdict.judged(Input.MPD_STEP);
        verdict.judged(Input.TWINS);
        track.mpds().twins(step).ifPresent(twins -> catalogue.judge(twins, verdict));
        boolean contradicts = contradicts(step, judged);
        track.contradicted = contradicts ? track.contradicted + 1 : 0;
        if (contradicts && track.contradicted < LOOKS) {
            // Not accepted yet: the next looks are judged beside the same predecessor, so that they can agree.
            track.mpds().doubt(step);
            if (!Judging.confirm(track, track.round(), verdict.findings(), at)) {
                track.want(at.plus(Pace.unchanged(watch.targetDuration(track.round()))));
                track.unconditional = true;
            }
            return;
        }
        track.contradicted = 0;
        track.mpds().accept(step, contradicts);
        if (step.relation() != Relation.OLDER && step.relation() != Relation.SAME) {
            track.accept(answer, read);
            follow(track, answer, mpd);
        }
        track.mpds().see(step, names);
        trends(track, step, verdict);
        beside(track, at, verdict);
        Judging.confirm(track, track.round(), verdict.findings(), at);
        again(track, step);
    }

    /** The same bytes are judged by themselves once, however often and at how many layers they come. */
    private void byItself(Reading read, Mpd mpd, Verdict verdict) {
        List<Finding> findings = read.findings;
        if (findings == null) {
            Verdict document = new Verdict();
            catalogue.judgeDocument(mpd, document);
            document.faults().forEach(verdict::add);
            findings = List.copyOf(document.findings());
            read.findings = findings;
        }
        verdict.judged(Input.DOCUMENT);
        verdict.addAll(findings);
    }

    /** Of the newest Period of the programme: ads have ladders of their own. */
    private void rungs(Mpd mpd, Verdict verdict) {
        List<Period> periods = mpd.periods();
        for (int i = periods.size() - 1; i >= 0; i--) {
            List<OfferedRung> offered = OfferedRung.of(periods.get(i));
            if (!offered.isEmpty() && (periods.size() == 1 || !periods.get(i).isAd())) {
                verdict.judged(Input.RUNGS);
                catalogue.judge(LadderMatch.of(watch.profile().ladder(), offered), verdict);
                verdict.judged(Input.TRACKS);
                catalogue.judge(Tracks.of(periods.get(i)), verdict);
                return;
            }
        }
    }

    /** What contradicts the current one, and continues what a twin of it said, is that one's. */
    private Step<Mpd> fromWhom(MpdPast past, Step<Mpd> step) {
        return past.besideTwins(step).stream()
                .filter(twin -> !contradicts(twin, judged(twin)))
                .findFirst()
                .map(MpdPast::switched)
                .orElse(step);
    }

    private Verdict judged(Step<Mpd> step) {
        Verdict verdict = new Verdict();
        catalogue.judgeStep(step, verdict);
        return verdict;
    }

    private static boolean contradicts(Step<Mpd> step, Verdict verdict) {
        return step.relation() == Relation.CONTINUES
                && verdict.findings().stream()
                        .anyMatch(finding -> finding.check().confirm() == Confirm.TWO_OF_THREE
                                && finding.severity() != Severity.INFO);
    }

    /** Later polls go where the manifest sends them, until that fails. */
    private static void follow(Track track, Exchange.Answered answer, Mpd mpd) {
        if (mpd.locations().isEmpty()) {
            return;
        }
        try {
            Url next = answer.finalUrl().resolve(mpd.locations().getFirst().url());
            if (next.host().equals(answer.finalUrl().host())) {
                track.movedTo(next);
            }
        } catch (BadUrl e) {
            // Told by reference_invalid.
        }
    }

    /** While nothing changes, what was true of the last minutes stays true. */
    private void trends(Track track, Step<Mpd> step, Verdict verdict) {
        Verdict all = new Verdict();
        for (MpdPast.Moving one :
                track.mpds().moving(step, names, interval(track.round(), watch.targetDuration(track.round())))) {
            Verdict own = new Verdict();
            catalogue.judge(one.past, one.rendition, own);
            one.findings = own.findings().stream()
                    .map(finding -> finding.of(one.rendition.name()))
                    .toList();
            own.faults().forEach(verdict::add);
        }
        track.mpds().moving().forEach(one -> all.addAll(one.findings));
        if (step.relation() != Relation.OLDER) {
            Verdict past = new Verdict();
            catalogue.judgePast(step, past);
            track.pastFindings = List.copyOf(past.findings());
            past.faults().forEach(verdict::add);
        }
        all.addAll(track.pastFindings);
        verdict.judged(Input.PAST);
        worst(all.findings()).values().forEach(verdict::add);
    }

    private void beside(Track track, Instant at, Verdict verdict) {
        long recent = Times.nanos(at) - COMPARABLE * pace(track);
        List<View> live = track.mpds().views();
        if (live.isEmpty()) {
            return;
        }
        Track upper = above(track, recent);
        Verdict each = new Verdict();
        List<LayerPair> pairs = new ArrayList<>();
        for (View view : live) {
            List<Finding> found = one(view, live, each);
            found.forEach(each::add);
            View higher = upper == null ? null : in(upper, view);
            if (higher != null) {
                pairs.add(new LayerPair(view, higher));
            }
        }
        verdict.judged(Input.RENDITIONS);
        if (!pairs.isEmpty()) {
            verdict.judged(Input.LAYERS);
            pairs.forEach(pair -> catalogue.judge(pair, pairs, each));
        }
        List<View> hls = new ArrayList<>();
        track.layer().live(recent, hls);
        if (!hls.isEmpty()) {
            verdict.judged(Input.PROTOCOLS);
            catalogue.judge(hls, live, each);
        }
        each.faults().forEach(verdict::add);
        worst(each.findings()).values().forEach(verdict::add);
    }

    private List<Finding> one(View view, List<View> live, Verdict each) {
        Verdict own = new Verdict();
        catalogue.judge(view, live, own);
        own.faults().forEach(each::add);
        return own.findings().stream()
                .map(finding -> finding.of(view.rendition().name()))
                .toList();
    }

    /** Of several Representations with the same fault the worst speaks for all. */
    private static Map<String, Finding> worst(List<Finding> findings) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        for (Finding finding : findings) {
            worst.merge(finding.check().id(), finding, (a, b) -> b.severity().compareTo(a.severity()) > 0 ? b : a);
        }
        return worst;
    }

    private long pace(Track track) {
        Duration target = watch.targetDuration(track.round());
        return longer(target, interval(track.round(), target)).toNanos();
    }

    private static @Nullable Track above(Track track, long recent) {
        for (int i = track.layer().place() - 1; i >= 0; i--) {
            Track upper = track.round().track(i);
            if (upper != null && upper.mpds().views().stream().anyMatch(view -> view.isLive(recent))) {
                return upper;
            }
        }
        return null;
    }

    private static @Nullable View in(Track upper, View view) {
        return upper.mpds().views().stream()
                .filter(other -> other.rendition().equals(view.rendition()))
                .findFirst()
                .orElse(null);
    }

    /** Nothing new where something must come: look again just when it would be too long. */
    private void again(Track track, Step<Mpd> step) {
        if (step.relation() == Relation.CONTINUES
                || !step.current().dynamic()
                || !track.mpds().movesByText()) {
            return;
        }
        Duration target = watch.targetDuration(track.round());
        track.want(step.at().plus(Pace.unchanged(target)));
        Instant limit = track.mpds()
                .changedAt()
                .plus(target.multipliedBy(2))
                .plus(step.cacheLife())
                .plus(PAST);
        if (limit.isAfter(step.at().plus(Pace.SHORTEST))) {
            track.want(limit);
        }
        track.unconditional |= limit.isBefore(step.at().plus(target));
    }
}
