package io.rungwatch.grafana;

import io.rungwatch.metrics.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What in an expression is no series of ours, or no label of that series. */
final class Names {
    private static final Pattern SERIES = Pattern.compile("(?<![\\w:])(rungwatch_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern RECORDED = Pattern.compile("\\w+:rungwatch_\\w+(?::\\w+)?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*(?:'[^']*'|\"[^\"]*\")");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without|group_left)\\s*\\(([^)]*)\\)");
    private static final Set<String> OTHERS = Set.of("le", "job", "instance");
    private static final Map<String, Set<String>> LABELS = known();

    private Names() {}

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        for (Metric metric : Metric.values()) {
            Set<String> labels =
                    metric.labels().stream().map(Metric.Label::word).collect(Collectors.toCollection(TreeSet::new));
            known.put(metric.exposed(), labels);
            if (metric.type() == Metric.Type.TIMER) {
                known.put(metric.exposed() + "_count", labels);
                known.put(metric.exposed() + "_sum", labels);
                Set<String> withBounds = new TreeSet<>(labels);
                withBounds.add("le");
                known.put(metric.exposed() + "_bucket", withBounds);
            }
        }
        return known;
    }

    /** Names of series that rules record. */
    static List<String> recorded(String expression) {
        return RECORDED.matcher(expression).results().map(MatchResult::group).toList();
    }

    static List<String> unknown(String expression) {
        List<String> unknown = new ArrayList<>();
        Set<String> labels = new TreeSet<>(OTHERS);
        Matcher series = SERIES.matcher(expression);
        while (series.find()) {
            Set<String> its = LABELS.get(series.group(1));
            if (its == null) {
                unknown.add(series.group(1));
                continue;
            }
            labels.addAll(its);
            Matcher matcher = MATCHER.matcher(series.group(2) == null ? "" : series.group(2));
            while (matcher.find()) {
                if (!its.contains(matcher.group(1))) {
                    unknown.add(series.group(1) + "{" + matcher.group(1) + "}");
                }
            }
        }
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            Arrays.stream(grouping.group(1).split(","))
                    .map(String::strip)
                    .filter(label -> !label.isEmpty() && !labels.contains(label))
                    .forEach(label -> unknown.add("by (" + label + ")"));
        }
        return unknown;
    }
}
