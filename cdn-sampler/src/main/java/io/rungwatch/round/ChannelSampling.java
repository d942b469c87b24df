package io.rungwatch.round;

import io.rungwatch.check.Check;
import io.rungwatch.check.Rendition;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Offers;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Sampling;
import io.rungwatch.watch.Subject;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Samples the segments of one channel: each rendition in its turn, at all layers; again and more closely where something was found. Single
 * threaded like the watch that it belongs to.
 */
public final class ChannelSampling implements Sampling {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(2);
    /** How often a channel that has just been started is asked in vain before it is taken for one without segments. */
    private static final int IMPATIENT = 25;

    private static final int MOST_SUSPECTS = 2;
    /** For somebody who waits; whoever watches has another turn anyway. */
    private static final int MOST_EXCUSES = 3;

    /** A probe that has just started is busy with itself. */
    private static final Duration COLD = Duration.ofMinutes(1);

    private final List<Check> checks;
    private final SamplingPlan plan;
    private final Allowance allowance;
    private final SpotCheck spotCheck;
    private final Desk desk;
    private final int ahead;
    private final int looks;
    private final Standbys standbys;
    private final Map<Subject, SubjectSampling> subjects = new LinkedHashMap<>();
    private ChannelProfile profile;
    private Instant turn;
    private long drawn = Long.MIN_VALUE;
    private int inVain;
    /** Of somebody who waits: one turn more has shown that there is nothing new to look at. */
    private boolean complete;

    /**
     * @param ahead which of its renditions has the first turn
     * @param looks for somebody who waits: until everything was looked at so often, nobody rests between two turns
     */
    private ChannelSampling(
            ChannelProfile profile,
            List<Check> checks,
            SamplingPlan plan,
            Books books,
            Allowance allowance,
            SpotCheck spotCheck,
            Instant start,
            int ahead,
            int looks) {
        this.profile = profile;
        this.checks = checks;
        this.plan = plan;
        this.allowance = allowance;
        this.spotCheck = spotCheck;
        spotCheck.follow(profile.channel(), profile.tier(), spotCheck.draw(start));
        this.desk = new Desk(profile, plan, SampleCatalogue.of(checks, profile), books, start.plus(COLD));
        this.turn = start;
        this.ahead = ahead;
        this.looks = looks;
        boolean asks = desk.asksStandbys() && Standbys.has(profile.layers());
        this.standbys = new Standbys(desk, allowance, asks ? start.plus(interval()) : Instant.MAX);
    }

    /** What all channels of one probe share: the books of the layers, and what may be loaded. */
    public static Factory all(
            List<Check> checks, SamplingPlan plan, Books books, Allowance allowance, SpotCheck spotCheck) {
        Phases phases = new Phases();
        return (profile, start) -> {
            Phases.Phase phase = phases.next(plan.interval(profile.tier()));
            return new ChannelSampling(
                    profile, checks, plan, books, allowance, spotCheck, start.plus(phase.delay()), phase.ahead(), 0);
        };
    }

    /** Everything so often, for somebody who waits. */
    public static Factory once(List<Check> checks, SamplingPlan plan, int looks) {
        return (profile, start) -> new ChannelSampling(
                profile, checks, plan, new Books(), new Allowance(0), SpotCheck.none(), start, 0, looks);
    }

    @Override
    public Instant due() {
        Instant due = standbys.due().isBefore(turn) ? standbys.due() : turn;
        for (SubjectSampling subject : subjects.values()) {
            due = subject.due().isBefore(due) ? subject.due() : due;
        }
        return due;
    }

    @Override
    public boolean settled() {
        boolean looked = complete && subjects.values().stream().allMatch(SubjectSampling::settled);
        return (looked || inVain > IMPATIENT) && desk.isEmpty();
    }

    @Override
    public List<Question> ask(Instant now, Offers offers) {
        desk.wants(due());
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<Subject, SubjectSampling> subject : subjects.entrySet()) {
            SubjectSampling sampling = subject.getValue();
            if (!sampling.due().isAfter(now)) {
                List<Offer> offered = offers.of(subject.getKey());
                if (allowance.grants(now, sampling.costAgain(now, offered))) {
                    sampling.again(now, offered, questions);
                } else {
                    sampling.rests(now.plus(interval()));
                }
            }
        }
        if (!turn.isAfter(now)) {
            turn(now, offers, questions);
        }
        if (!standbys.due().isAfter(now)) {
            standbys.ask(now, offers, questions);
        }
        return questions;
    }

    private void turn(Instant now, Offers offers, List<Question> questions) {
        List<Subject> all = offers.subjects();
        if (all.isEmpty()) {
            inVain++;
            turn = now.plus(inVain <= IMPATIENT ? SOON : inVain <= 2 * IMPATIENT ? LATER : interval());
            return;
        }
        inVain = 0;
        follow(all);
        complete = subjects.values().stream().allMatch(subject -> subject.looks() >= looks);
        if (complete && looks > 0) {
            turn = now.plus(interval());
            return;
        }
        Subject next = longestAgo(all);
        sample(next, now, offers, true, questions);
        subjects.entrySet().stream()
                .filter(subject ->
                        subject.getValue().suspect() && !subject.getKey().equals(next))
                .limit(MOST_SUSPECTS)
                .toList()
                .forEach(suspect -> sample(suspect.getKey(), now, offers, false, questions));
        spotCheck(all, now, offers, questions);
        turn = now.plus(looks > 0 ? SOON : interval());
    }

    /** Once in each draw: the lowest rung, another one, and the sound. */
    private void spotCheck(List<Subject> all, Instant now, Offers offers, List<Question> questions) {
        long draw = spotCheck.draw(now);
        spotCheck.follow(profile.channel(), profile.tier(), draw);
        if (drawn == draw || !spotCheck.draws(profile.channel(), draw)) {
            return;
        }
        drawn = draw;
        List<Subject> video = all.stream()
                .filter(subject -> subject.rendition().kind() == Rendition.Kind.VIDEO)
                .sorted(Comparator.comparingDouble(subject -> SubjectSampling.cost(offers.of(subject))))
                .toList();
        List<Subject> chosen = new ArrayList<>();
        if (!video.isEmpty()) {
            chosen.add(video.getFirst());
            chosen.add(video.get((int) Math.floorMod(draw, (long) video.size())));
        }
        all.stream()
                .filter(subject -> subject.rendition().kind() == Rendition.Kind.AUDIO)
                .findFirst()
                .ifPresent(chosen::add);
        chosen.stream().distinct().forEach(subject -> {
            List<Offer> offered = offers.of(subject);
            if (allowance.grants(now, spotCheck.segments() * SubjectSampling.cost(offered))) {
                memory(subject).spot(offered, spotCheck.segments(), questions);
            }
        });
    }

    /** In the manifests' own order where several were never looked at, but not from the same one on in each channel: most begin with the greatest. */
    private Subject longestAgo(List<Subject> all) {
        int first = ahead % all.size();
        return Stream.concat(all.stream().skip(first), all.stream().limit(first))
                .min(Comparator.comparing(subject -> memory(subject).turned()))
                .orElseThrow();
    }

    private Duration interval() {
        return plan.interval(profile.tier());
    }

    private void follow(List<Subject> all) {
        subjects.keySet().retainAll(all);
        all.forEach(this::memory);
        desk.retain(subjects.keySet());
    }

    private SubjectSampling memory(Subject subject) {
        return subjects.computeIfAbsent(
                subject, missing -> new SubjectSampling(missing, desk, looks > 0 ? MOST_EXCUSES : 0));
    }

    private void sample(Subject subject, Instant now, Offers offers, boolean counts, List<Question> questions) {
        List<Offer> offered = offered(offers.of(subject), now);
        if (allowance.grants(now, SubjectSampling.cost(offered))) {
            memory(subject).turn(now, offered, counts, questions);
        }
    }

    /** Without the layers that are asked more seldom and not now. */
    private List<Offer> offered(List<Offer> offers, Instant now) {
        List<Offer> due = offers.stream()
                .filter(offer -> desk.memory(offer.where().layer())
                        .isDue(plan.interval(offer.where().layer()), now))
                .toList();
        due.forEach(offer -> desk.memory(offer.where().layer()).asked(now));
        return due;
    }

    @Override
    public void adopt(ChannelProfile other) {
        profile = other;
        desk.adopt(other, SampleCatalogue.of(checks, other));
    }

    @Override
    public void sees(boolean anybody) {
        desk.sees(anybody);
    }

    @Override
    public List<Where> takeGone() {
        return standbys.takeGone();
    }

    @Override
    public List<PollReport> takeJudged() {
        return desk.takeJudged();
    }
}
