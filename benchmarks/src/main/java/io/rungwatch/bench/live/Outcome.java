package io.rungwatch.bench.live;

import io.rungwatch.bench.live.Ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was switched on beside what was told.
 *
 * @param wrong what was not told of the layer that has it, told twice, or not taken back
 * @param falseAlarms what was told of channels in which nothing was broken
 * @param beside what else was told of the channels in which something was
 * @param own what the probe told of itself
 * @param open how many are still to be told or taken back
 */
record Outcome(
        List<Detection> detections,
        List<String> wrong,
        List<Entry> falseAlarms,
        List<Entry> beside,
        List<Entry> own,
        int open) {
    /** What a fault leaves behind may be told for so long after it. */
    private static final Duration AFTERMATH = Duration.ofSeconds(90);

    /** @param after since the fault was switched on; `late` since it could be seen */
    record Detection(Strike strike, Duration after, Duration late) {}

    static Outcome of(List<Strike> strikes, Ledger ledger, Instant now) {
        List<Entry> entries = ledger.entries();
        List<Detection> detections = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int open = 0;
        for (Strike strike : strikes) {
            List<Entry> told =
                    entries.stream().filter(entry -> isOf(strike, entry)).toList();
            told.stream().findFirst().map(entry -> detection(strike, entry)).ifPresent(detections::add);
            boolean over = now.isAfter(strike.until().plus(AFTERMATH));
            boolean cleared = !told.isEmpty()
                    && told.stream().allMatch(entry -> entry.cleared().isPresent());
            if (told.size() > 1) {
                wrong.add("told " + told.size() + " times: " + strike);
            } else if (told.isEmpty() && now.isAfter(strike.until())) {
                wrong.add("missed: " + strike);
            } else if (over && !cleared) {
                wrong.add("not cleared: " + strike);
            }
            open += over || cleared ? 0 : 1;
        }
        List<Entry> own = new ArrayList<>();
        List<Entry> beside = new ArrayList<>();
        List<Entry> falseAlarms = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.isOwn()) {
                own.add(entry);
            } else if (strikes.stream().noneMatch(strike -> isNear(strike, entry))) {
                falseAlarms.add(entry);
            } else if (strikes.stream().noneMatch(strike -> isOf(strike, entry))) {
                beside.add(entry);
            }
        }
        return new Outcome(detections, wrong, falseAlarms, beside, own, open);
    }

    private static boolean isOf(Strike strike, Entry entry) {
        return isNear(strike, entry)
                && entry.check().equals(strike.kind().check())
                && entry.layer().equals(strike.kind().layer());
    }

    private static boolean isNear(Strike strike, Entry entry) {
        return entry.channel().equals(strike.channel())
                && !entry.raised().isBefore(strike.at())
                && entry.raised().isBefore(strike.until().plus(AFTERMATH));
    }

    private static Detection detection(Strike strike, Entry entry) {
        return new Detection(
                strike,
                Duration.between(strike.at(), entry.raised()),
                Duration.between(strike.shows(), entry.raised()));
    }

    /** Whatever stands in the way of "told once and taken back, and nothing else". */
    List<String> objections() {
        List<String> all = new ArrayList<>(wrong);
        summary(falseAlarms).forEach(told -> all.add("false alarm: " + told));
        summary(beside)
                .forEach(told -> all.add("told beside a fault, or of another layer than the one that has it: " + told));
        summary(own).forEach(told -> all.add("the probe of itself: " + told));
        return all;
    }

    /** A line for each check at a layer, with the first that was told. */
    private static List<String> summary(List<Entry> entries) {
        Map<String, List<Entry>> alike = new LinkedHashMap<>();
        for (Entry entry : entries) {
            alike.computeIfAbsent(entry.check() + " at " + entry.layer(), first -> new ArrayList<>())
                    .add(entry);
        }
        return alike.entrySet().stream()
                .map(same -> same.getKey() + " x " + same.getValue().size() + ", first at "
                        + same.getValue().getFirst().raised() + ": "
                        + same.getValue().getFirst().headline())
                .toList();
    }

    /** In seconds. */
    Optional<Double> latency(double share) {
        List<Double> sorted = detections.stream()
                .map(detection -> detection.after().toMillis() / 1e3)
                .sorted()
                .toList();
        int rank = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(Math.max(0, rank)));
    }

    /** Those that were told later than was promised. */
    List<String> late(Duration target) {
        return detections.stream()
                .filter(told -> told.late().compareTo(told.strike().kind().limit(target)) > 0)
                .map(told -> String.format(
                        Locale.ROOT,
                        "told %.1f s after it showed, promised %.1f s: %s",
                        told.late().toMillis() / 1e3,
                        told.strike().kind().limit(target).toMillis() / 1e3,
                        told.strike()))
                .toList();
    }

    String counts() {
        return String.format(
                Locale.ROOT,
                "%d faults told, after %.1f s (p50), %.1f s (p99); not told once and taken back: %d; false alarms: %d; told beside: %d; "
                        + "the probe of itself: %d",
                detections.size(),
                latency(0.50).orElse(Double.NaN),
                latency(0.99).orElse(Double.NaN),
                wrong.size(),
                falseAlarms.size(),
                beside.size(),
                own.size());
    }

    String inShort() {
        return detections.size() + " faults, " + wrong.size() + " not told once and taken back, " + falseAlarms.size()
                + " false alarms";
    }

    /** A line for each kind. */
    String table(Duration target) {
        return Arrays.stream(FaultKind.values())
                .map(kind -> line(kind, target))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(FaultKind kind, Duration target) {
        List<Detection> told = detections.stream()
                .filter(detection -> detection.strike().kind() == kind)
                .toList();
        return told.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "    %-71s %3d told, at most %5.1f s after it began, %5.1f s after it showed (%s: %.1f s)",
                        kind.line("…") + " -> " + kind.check(),
                        told.size(),
                        most(told, Detection::after),
                        most(told, Detection::late),
                        kind.goal(),
                        kind.limit(target).toMillis() / 1e3);
    }

    private static double most(List<Detection> told, Function<Detection, Duration> of) {
        return told.stream().map(of).mapToLong(Duration::toMillis).max().orElse(0) / 1e3;
    }
}
