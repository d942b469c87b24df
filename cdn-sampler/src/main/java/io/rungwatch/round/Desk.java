package io.rungwatch.round;

import io.rungwatch.check.Input;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Subject;
import io.rungwatch.watch.Verdict;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the samples of one channel come together: they are counted, judged, and reported. */
final class Desk {
    /** There is no such site: whoever lets it in lets everybody in. */
    private static final String ANY_SITE = "https://probe.invalid";

    private final SamplingPlan plan;
    private final Books books;
    private final Instant warm;
    private final Portions portions = new Portions();
    private final Blames blames = new Blames();
    private final Map<Layer, LayerMemory> layers = new HashMap<>();
    private final List<PollReport> judged = new ArrayList<>();
    private ChannelProfile profile;
    private SampleCatalogue catalogue;
    private boolean sees = true;
    private Instant wanted = Instant.MIN;

    /** @param warm from when on it counts what the probe itself spoils */
    Desk(ChannelProfile profile, SamplingPlan plan, SampleCatalogue catalogue, Books books, Instant warm) {
        this.profile = profile;
        this.plan = plan;
        this.catalogue = catalogue;
        this.books = books;
        this.warm = warm;
    }

    void adopt(ChannelProfile other, SampleCatalogue checks) {
        profile = other;
        catalogue = checks;
    }

    SamplingPlan plan() {
        return plan;
    }

    Portions portions() {
        return portions;
    }

    LayerMemory memory(Layer layer) {
        return layers.computeIfAbsent(layer, missing -> new LayerMemory(plan, missing));
    }

    void retain(Set<Subject> subjects) {
        portions.retain(subjects);
        blames.retain(subjects);
    }

    /** While no host answers the probe, what it gets says nothing of the layers: counted as its own fault. */
    void sees(boolean anybody) {
        sees = anybody;
    }

    /** From now on it makes the questions that should have been asked then. */
    void wants(Instant due) {
        wanted = due;
    }

    /** When that which is asked now should have been asked. */
    Instant wanted() {
        return wanted;
    }

    Taken taken(Taker taker, Exchange exchange, Offer offer) {
        LayerMemory layer = memory(offer.where().layer());
        Taken taken = taker.taken(exchange, layer, !sees);
        layer.heard(taken);
        return taken;
    }

    void count(Taken taken) {
        if (!taken.sample().spoiled() || !taken.sample().at().isBefore(warm)) {
            memory(taken.layer()).count(taken.sample());
            books.add(taken);
        }
    }

    /** An answer that says nothing before the others are in. */
    PollReport aside(Taken taken) {
        return report(taken, taken.where(), new Outcome.Aside(taken.exchange()), new Verdict());
    }

    /** The same of another question about what was given before. */
    PollReport aside(Taken taken, Exchange exchange) {
        return report(taken, taken.where(), exchange, new Outcome.Aside(exchange), new Verdict());
    }

    PollReport aside(Where where, Url url, Exchange exchange, Duration target) {
        return report(where, url, exchange, new Outcome.Aside(exchange), new Verdict(), target);
    }

    boolean asksStandbys() {
        return !catalogue.standby().isEmpty();
    }

    /** Returns whether something was found. */
    boolean judge(Standby standby) {
        Verdict verdict = new Verdict();
        verdict.judged(Input.STANDBY);
        verdict.run(catalogue.standby(), check -> check.check(standby, profile), profile);
        Url url = standby.where().layer().base();
        judged.add(report(
                standby.where(),
                standby.segment().map(taken -> taken.segment().listed().url()).orElse(url),
                standby.exchange(),
                standby,
                verdict,
                standby.offer().target()));
        return verdict.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }

    boolean asksInOtherWays() {
        return !catalogue.ways().isEmpty();
    }

    boolean asksWithQueries() {
        return catalogue.ways().stream().anyMatch(WaysCheck::isCostly);
    }

    /** The origin of the site whose players are asked for; any, where nobody says whose. */
    String site() {
        return profile.expect().webOrigin().orElse(ANY_SITE);
    }

    /** A layer further up that lets such players in. */
    Optional<String> allowing(Taken taken) {
        return layers.entrySet().stream()
                .filter(other -> other.getValue().letsSitesIn()
                        && other.getKey().kind().compareTo(taken.layer().kind()) < 0)
                .map(other -> other.getKey().name())
                .sorted()
                .findFirst();
    }

    void judge(Ways ways) {
        Taken taken = ways.plain();
        LayerMemory layer = memory(taken.layer());
        layer.heard(ways.site());
        Verdict verdict = new Verdict();
        verdict.judged(Input.WAYS);
        verdict.run(catalogue.ways(), check -> check.check(ways, profile), profile);
        layer.seldom().looked(!verdict.findings().isEmpty());
        judged.add(report(taken, taken.offer().manifest(), ways.exchange(), ways, verdict));
    }

    /** A sample that is compared with nothing. */
    PollReport measured(Taken taken) {
        count(taken);
        judged.add(report(taken, taken.where(), taken, new Verdict()));
        rate(taken, taken.end());
        return aside(taken);
    }

    /** Returns whether something was found that should be looked at again soon. */
    boolean judge(Subject subject, SampleRound round, Function<Taken, Optional<MediaStep>> media, Instant now) {
        List<Verdict> verdicts = round.layers().stream()
                .map(taken -> verdict(taken, round, media.apply(taken)))
                .toList();
        blames.judge(subject, round, verdicts, catalogue.round());
        boolean suspicious = false;
        for (int i = 0; i < verdicts.size(); i++) {
            Taken taken = round.layers().get(i);
            judged.add(report(taken, taken.where(), taken, verdicts.get(i)));
            rate(taken, now);
            suspicious |= verdicts.get(i).findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        }
        return suspicious;
    }

    private Verdict verdict(Taken taken, SampleRound round, Optional<MediaStep> media) {
        Verdict verdict = new Verdict();
        if (taken.sample().spoiled()) {
            return verdict;
        }
        verdict.judged(Input.SAMPLE);
        verdict.run(catalogue.round(), check -> check.check(taken, round, profile), profile);
        media.ifPresent(step -> {
            verdict.judged(Input.MEDIA);
            verdict.run(catalogue.media(), check -> check.check(step, profile), profile);
        });
        return verdict;
    }

    private void rate(Taken taken, Instant now) {
        LayerMemory layer = memory(taken.layer());
        Rates rates = books.rates(taken.layer(), layer, plan.revalidatedIsHit(), now);
        Verdict verdict = new Verdict();
        verdict.judged(Input.RATES);
        verdict.run(
                catalogue.rates(),
                check -> {
                    Rated rated = check.check(rates, profile);
                    return layer.raised(check.info(), rated, now) ? rated.findings() : List.of();
                },
                profile);
        judged.add(report(taken, taken.offer().manifest(), new Measured(taken.exchange(), rates), verdict));
    }

    private static PollReport report(Taken taken, Where where, Outcome outcome, Verdict verdict) {
        return report(taken, where, taken.exchange(), outcome, verdict);
    }

    private static PollReport report(Taken taken, Where where, Exchange exchange, Outcome outcome, Verdict verdict) {
        Url url = taken.segment().listed().url();
        return report(where, url, exchange, outcome, verdict, taken.offer().target());
    }

    private static PollReport report(
            Where where, Url url, Exchange exchange, Outcome outcome, Verdict verdict, Duration target) {
        return new PollReport(
                where,
                url,
                exchange.startedAt(),
                outcome,
                verdict.findings(),
                verdict.faults(),
                verdict.judged(),
                false,
                target);
    }

    boolean isEmpty() {
        return judged.isEmpty();
    }

    List<PollReport> takeJudged() {
        if (judged.isEmpty()) {
            return List.of();
        }
        List<PollReport> taken = List.copyOf(judged);
        judged.clear();
        return taken;
    }
}
