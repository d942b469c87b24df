package io.rungwatch.config;

import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.OperatorRule;
import io.rungwatch.cache.Pops;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Tier;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said of sampling. In texts and numbers, so that it can be seen whether a saved file changed anything.
 *
 * @param segments which ones are compared
 * @param traffic what all samples together may load, in bits per second; 0 is no limit
 * @param layers what is said of single layers, by name
 * @param references what answers whenever the probe's own network works
 */
public record SamplingSettings(
        Segments segments,
        Map<Tier, Duration> tiers,
        long traffic,
        SpotChecks spotChecks,
        boolean media,
        boolean revalidatedIsHit,
        Map<String, OfLayer> layers,
        List<Url> references) {
    public static final SamplingSettings USUAL =
            new SamplingSettings(Segments.NEWEST, Map.of(), 0, SpotChecks.USUAL, true, true, Map.of(), List.of());
    public static final SamplingSettings OFF =
            new SamplingSettings(Segments.OFF, Map.of(), 0, SpotChecks.USUAL, false, true, Map.of(), List.of());

    /** Which segments all layers are asked for. */
    public enum Segments {
        NEWEST,
        SETTLED,
        OFF
    }

    /** So many channels are drawn in each interval, and so many segments of each looked at. */
    public record SpotChecks(int channels, Duration every, int segments) {
        public static final SpotChecks USUAL = new SpotChecks(5, Duration.ofHours(1), 3);
    }

    public boolean on() {
        return segments != Segments.OFF;
    }

    /**
     * Of one layer.
     *
     * @param interval how often it is asked; empty: at each turn
     * @param member its name in Cache-Status
     */
    public record OfLayer(
            Optional<Duration> interval, Optional<Rule> rule, Optional<String> member, boolean trustAge, Pops pops) {}

    /** The operator's own header; the rest are expressions that are looked for in it. */
    public record Rule(
            String header, Optional<String> hit, Optional<String> miss, Optional<String> stale, Optional<String> pass) {
        private OperatorRule read() {
            return new OperatorRule(
                    header,
                    hit.map(Rule::pattern),
                    miss.map(Rule::pattern),
                    stale.map(Rule::pattern),
                    pass.map(Rule::pattern));
        }

        private static Pattern pattern(String text) {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        }
    }

    public SamplingPlan plan() {
        Map<String, Duration> intervals = new HashMap<>();
        layers.forEach((name, said) -> said.interval().ifPresent(interval -> intervals.put(name, interval)));
        return new SamplingPlan(
                tiers, Map.copyOf(intervals), this::rules, segments == Segments.SETTLED, media, revalidatedIsHit);
    }

    private LayerRules rules(Layer layer) {
        OfLayer said = layers.get(layer.name());
        if (said == null) {
            return LayerRules.NONE;
        }
        LayerRules any = LayerRules.NONE.with(said.pops());
        LayerRules rules = said.trustAge() ? any.trustingAge() : any;
        rules = said.member().map(rules::withMember).orElse(rules);
        return said.rule().map(Rule::read).map(rules::with).orElse(rules);
    }
}
