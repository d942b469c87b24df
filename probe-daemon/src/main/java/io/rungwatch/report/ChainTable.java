package io.rungwatch.report;

import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.round.Taken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One segment of each rendition as the layers give it, one below the other; empty where there is only one layer. */
final class ChainTable {
    private static final List<String> HEAD =
            List.of("segment", "layer", "answer", "bytes", "same", "cache", "first byte", "whole");

    private ChainTable() {}

    static String of(List<Taken> samples) {
        Map<String, List<Taken>> renditions = new LinkedHashMap<>();
        for (Taken taken : samples) {
            String name =
                    taken.where().protocol() + " " + taken.where().rendition().name();
            renditions.computeIfAbsent(name, missing -> new ArrayList<>()).add(taken);
        }
        if (renditions.values().stream().noneMatch(layers -> layers.size() > 1)) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        renditions.forEach((name, layers) -> {
            for (Taken taken : layers) {
                boolean first = taken.equals(layers.getFirst());
                rows.add(row(first ? name + " " + taken.segment().listed().number() : "", taken, layers.getFirst()));
            }
        });
        return aligned(rows);
    }

    private static List<String> row(String name, Taken taken, Taken first) {
        boolean compared = !taken.equals(first) && isJudged(taken) && isJudged(first);
        return List.of(
                name,
                taken.layer().name(),
                taken.exchange() instanceof Exchange.Failed failed
                        ? failed.failure().name().toLowerCase(Locale.ROOT)
                        : String.valueOf(taken.status()),
                String.valueOf(taken.print().bytes()),
                taken.sample().spoiled()
                        ? "not judged: the probe was late"
                        : compared ? taken.print().equals(first.print()) ? "yes" : "NO" : "",
                taken.sample().verdict() == Verdict.UNKNOWN
                        ? ""
                        : taken.sample().verdict().word(),
                millis(taken.sample().firstByte()),
                millis(taken.sample().total()));
    }

    private static boolean isJudged(Taken taken) {
        return taken.good() && !taken.sample().spoiled();
    }

    private static String millis(long nanos) {
        return nanos == 0 ? "" : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append('\n').toString();
    }
}
