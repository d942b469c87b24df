package io.rungwatch.round;

import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Tally;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Measure;
import io.rungwatch.sample.Recent;
import io.rungwatch.sample.Sample;
import io.rungwatch.sample.Standing;
import io.rungwatch.sample.Window;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a channel remembers of one layer. */
final class LayerMemory {
    private static final int REMEMBERED = 24;

    final Window window = Window.ofChannel();
    final Recent firstByte = new Recent(Measure.ofFirstByte());
    final Recent download = new Recent(Measure.ofDownload());
    private final Map<Url, Print> prints = new LinkedHashMap<>();
    private final LayerRules rules;
    private final Map<String, Standing> standings = new HashMap<>(4);
    private Tally tally = Tally.NONE;
    private Habits habits;
    private final Seldom seldom = new Seldom();
    private boolean letsSitesIn;
    private Instant turn = Instant.MIN;

    LayerMemory(SamplingPlan plan, Layer layer) {
        rules = plan.rules().apply(layer);
        habits = Habits.of(rules.pops());
    }

    LayerRules rules() {
        return rules.with(tally);
    }

    /** What the same object was when it was read first; remembers it from now on. */
    Optional<Print> seenBefore(Url url, Print print) {
        Optional<Print> before = Optional.ofNullable(prints.putIfAbsent(url, print));
        if (prints.size() > REMEMBERED) {
            prints.keySet().remove(prints.keySet().iterator().next());
        }
        return before;
    }

    void heard(Taken taken) {
        taken.ruling().map(Ruling::told).ifPresent(told -> tally = tally.and(told));
        habits = habits.and(taken);
    }

    Seldom seldom() {
        return seldom;
    }

    /** Whether it let players of other sites in when it was asked last. */
    boolean letsSitesIn() {
        return letsSitesIn;
    }

    void heard(Ways.Site site) {
        letsSitesIn = site.answered() ? site.letsIn() : letsSitesIn;
    }

    Habits habits(Instant now) {
        return habits.at(now);
    }

    /** Whether a layer that is not asked at each turn is asked at this one. */
    void count(Sample sample) {
        window.add(sample);
        firstByte.add(sample);
        download.add(sample);
    }

    boolean isDue(Duration interval, Instant now) {
        return turn.equals(Instant.MIN) || !turn.plus(interval).isAfter(now);
    }

    void asked(Instant now) {
        turn = now;
    }

    boolean raised(CheckInfo check, Rated rated, Instant at) {
        Standing before = standings.getOrDefault(check.id(), Standing.CLEAR);
        Standing now = before.next(rated.look(), at, rated.hold());
        if (now.equals(Standing.CLEAR)) {
            standings.remove(check.id());
        } else {
            standings.put(check.id(), now);
        }
        return now.raised();
    }
}
