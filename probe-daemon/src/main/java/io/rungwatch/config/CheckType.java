package io.rungwatch.config;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.json.Json;
import io.rungwatch.profile.CheckSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** `on`, `off`, or what is changed about one check; the threshold is written in the unit that the check declares. */
final class CheckType implements Type<CheckSetting> {
    static final Key<Severity> SEVERITY = Key.of(
            "severity",
            new Words<>("a severity", List.of(Severity.values()).reversed(), Severity::word),
            "How bad a finding is; the check's own where it is not said.");

    private static final CheckSetting ON = new CheckSetting(true, Optional.empty(), OptionalDouble.empty());
    static final Words<CheckSetting> SWITCH =
            new Words<>("on, off or a section", List.of(ON, CheckSetting.OFF), setting -> setting.on() ? "on" : "off");

    private final Optional<Key<Double>> threshold;
    private final Section section;

    CheckType(CheckInfo check) {
        threshold = unit(check.threshold().unit()).map(type -> Key.of("threshold", type, meaning(check.threshold())));
        section = threshold.isPresent()
                ? Section.of("the setting of a check", threshold.get(), SEVERITY)
                : Section.of("the setting of a check", SEVERITY)
                        .refusing("threshold", "does not fit: " + check.id() + " has no limit to change; remove it");
    }

    @Override
    public Optional<CheckSetting> read(Node node, Reading in) {
        return node instanceof MappingNode ? section.read(node, in).map(this::setting) : SWITCH.read(node, in);
    }

    private CheckSetting setting(Got got) {
        OptionalDouble limit =
                threshold.flatMap(got::find).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new CheckSetting(true, got.find(SEVERITY), limit);
    }

    @Override
    public String noun() {
        return SWITCH.noun();
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("anyOf", List.of(SWITCH.schema(), section.schema()));
    }

    @Override
    public String write(CheckSetting setting) {
        String severity = setting.severity().map(SEVERITY.type()::write).orElse("");
        String limit = setting.threshold().isPresent() && threshold.isPresent()
                ? threshold.get().type().write(setting.threshold().getAsDouble())
                : "";
        if (!setting.on() || (severity.isEmpty() && limit.isEmpty())) {
            return SWITCH.write(setting);
        }
        String both = severity.isEmpty() || limit.isEmpty() ? "" : ", ";
        return "{ " + (limit.isEmpty() ? "" : "threshold: " + limit) + both
                + (severity.isEmpty() ? "" : "severity: " + severity) + " }";
    }

    private static String meaning(Threshold threshold) {
        return "The limit: " + threshold.meaning() + ".";
    }

    private static Optional<Type<Double>> unit(Threshold.Unit unit) {
        return switch (unit) {
            case NONE -> Optional.empty();
            case DURATION ->
                Optional.of(number(
                        Times.LIMIT,
                        duration -> (double) duration.toNanos(),
                        nanos -> Duration.ofNanos(nanos.longValue())));
            case PERCENT -> Optional.of(Numbers.PERCENT);
            case TARGET_DURATIONS -> Optional.of(Numbers.FACTOR);
            case COUNT -> Optional.of(number(Numbers.COUNT, Integer::doubleValue, Double::intValue));
        };
    }

    private static <T> Scalar<Double> number(Scalar<T> of, Function<T, Double> to, Function<Double, T> from) {
        return new Scalar<>(
                of.noun(),
                of.hint(),
                of.kind(),
                of.pattern(),
                groups -> to.apply(of.parser().parse(groups)),
                value -> of.write(from.apply(value)));
    }
}
