package io.rungwatch.sample;

import io.rungwatch.cache.Verdict;
import java.util.Optional;
import java.util.Set;

/** How many samples of each sort there were. In arrays: there are some hundred of these for each key. */
@SuppressWarnings("EnumOrdinal")
public final class Counts {
    private static final double TOO_MANY_UNKNOWN = 0.20;
    private static final int VERDICTS = Verdict.values().length;

    /** Ratios that must never be mixed. A comparison is in none. */
    public enum Row {
        FIRST_TOUCH,
        SECOND_TOUCH,
        /** Too new for a fair judgement: worth a metric, never an alarm. */
        LIVE_EDGE;

        private static Optional<Row> of(Sample sample) {
            return switch (sample.touch()) {
                case FIRST -> Optional.of(sample.settled() ? FIRST_TOUCH : LIVE_EDGE);
                case SECOND -> Optional.of(sample.settled() ? SECOND_TOUCH : LIVE_EDGE);
                case COMPARE -> Optional.empty();
            };
        }
    }

    private final int[] verdicts = new int[Row.values().length * VERDICTS];
    private final int[] outcomes = new int[Outcome.values().length];
    private int spoiled;

    void add(Sample sample) {
        if (sample.spoiled()) {
            spoiled++;
            return;
        }
        outcomes[sample.outcome().ordinal()]++;
        if (sample.outcome() == Outcome.GOOD) {
            Row.of(sample).ifPresent(row -> verdicts[at(row, sample.verdict())]++);
        }
    }

    public void add(Counts other) {
        add(verdicts, other.verdicts);
        add(outcomes, other.outcomes);
        spoiled += other.spoiled;
    }

    private static void add(int[] sums, int[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static int at(Row row, Verdict verdict) {
        return row.ordinal() * VERDICTS + verdict.ordinal();
    }

    /** Of good answers only: a stored 404 is a hit, and no service. */
    public int count(Row row, Verdict verdict) {
        return verdicts[at(row, verdict)];
    }

    public int count(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** All that count for something. */
    public int samples() {
        int sum = 0;
        for (int count : outcomes) {
            sum += count;
        }
        return sum;
    }

    /** How often the probe itself was at fault. */
    public Proportion spoiled() {
        return new Proportion(spoiled, spoiled + samples());
    }

    public Proportion share(Set<Outcome> bad) {
        return new Proportion(bad.stream().mapToInt(this::count).sum(), samples());
    }

    /** Hits of hits and misses; nothing where a fifth of the answers does not say which it was. */
    public Optional<Proportion> hits(Row row, boolean revalidatedIsHit) {
        if (unknown(row).share() >= TOO_MANY_UNKNOWN) {
            return Optional.empty();
        }
        int hits = sum(row, Verdict.Counts.HIT, revalidatedIsHit);
        return Optional.of(new Proportion(hits, hits + sum(row, Verdict.Counts.MISS, revalidatedIsHit)));
    }

    public Proportion unknown(Row row) {
        return new Proportion(count(row, Verdict.UNKNOWN), all(row));
    }

    /** In all rows: whoever passes does so however often and however early he is asked. */
    public Proportion passes() {
        int passes = 0;
        int all = 0;
        for (Row row : Row.values()) {
            passes += count(row, Verdict.PASS);
            all += all(row);
        }
        return new Proportion(passes, all);
    }

    int all(Row row) {
        int sum = 0;
        for (Verdict verdict : Verdict.values()) {
            sum += count(row, verdict);
        }
        return sum;
    }

    private int sum(Row row, Verdict.Counts sort, boolean revalidatedIsHit) {
        int sum = 0;
        for (Verdict verdict : Verdict.values()) {
            sum += verdict.counts(revalidatedIsHit) == sort ? count(row, verdict) : 0;
        }
        return sum;
    }
}
