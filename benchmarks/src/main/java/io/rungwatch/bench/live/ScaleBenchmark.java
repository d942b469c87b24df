package io.rungwatch.bench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole daemon with all that it does: sampling, alerts that are told to a webhook, the history in SQLite. */
public final class ScaleBenchmark {
    private static final List<Integer> USUAL = List.of(100, 300, 1000);
    private static final Duration SEGMENT = Duration.ofSeconds(6);
    /** Of a channel among the most, beside one among the fewest. */
    private static final double MOST_GROWTH = 1.2;

    private static final List<Path> PAGES = List.of(Path.of("README.md"), Path.of("docs/tuning.md"));

    private ScaleBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes = 3;
        boolean write = false;
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--channels" -> channels.add(Integer.parseInt(args[++i]));
                case "--minutes" -> minutes = Integer.parseInt(args[++i]);
                case "--write" -> write = true;
                default -> {
                    System.err.println("bench: no such option: " + args[i]);
                    System.exit(2);
                }
            }
        }
        if (!Wrk.isInstalled()) {
            System.err.println("bench: wrk is missing: apt-get install wrk");
            System.exit(2);
        }
        List<ScaleFigures> rows = run(channels.isEmpty() ? USUAL : channels, minutes);
        List<String> missed = missed(rows);
        System.out.println(
                missed.isEmpty() ? "PASS  " + ScaleFigures.GOAL : "FAIL  " + String.join("\n      ", missed));
        if (write) {
            write(rows, missed);
        }
        System.exit(missed.isEmpty() ? 0 : 1);
    }

    private static List<ScaleFigures> run(List<Integer> channels, int minutes)
            throws IOException, InterruptedException {
        System.out.println("segments sampled, alerts to a webhook, history in SQLite; " + ScaleRun.faults(minutes)
                + " faults of seed " + Strikes.SEED + " in each row (" + channels.size() * (2 * minutes + 5)
                + " minutes to wait)");
        System.out.println(ScaleFigures.HEAD);
        List<ScaleFigures> rows = new ArrayList<>();
        for (int count : channels) {
            ScaleFigures row = new ScaleRun(new Workload(count, SEGMENT, false, true), minutes).figures();
            System.out.println(row);
            System.out.println(row.faults());
            rows.add(row);
        }
        return rows;
    }

    private static List<String> missed(List<ScaleFigures> rows) {
        List<String> missed = new ArrayList<>();
        rows.forEach(row -> missed.addAll(row.missed()));
        double growth = rows.getLast().costOfChannel() / rows.getFirst().costOfChannel();
        if (growth > MOST_GROWTH) {
            missed.add(String.format(
                    Locale.ROOT,
                    "a channel of %d costs %.2f x one of %d",
                    rows.getLast().workload().channels(),
                    growth,
                    rows.getFirst().workload().channels()));
        }
        return missed;
    }

    private static void write(List<ScaleFigures> rows, List<String> missed) throws IOException {
        StringBuilder text = new StringBuilder(ScaleFigures.MARKDOWN_HEAD);
        rows.forEach(row -> text.append(row.markdown()));
        text.append(missed.isEmpty() ? "\nAll goals are reached: " + ScaleFigures.GOAL + ".\n" : "\nNot reached:\n\n");
        missed.forEach(what -> text.append("- ").append(what).append('\n'));
        for (Path page : PAGES) {
            Marked.write(page, "./bench scale --write", text.toString());
            System.out.println("written: " + page);
        }
    }
}
