package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.AdaptationSet;
import io.rungwatch.simulator.dash.Period;
import io.rungwatch.simulator.dash.Template;
import io.rungwatch.simulator.dash.Template.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One Period cut into three around a segment; as it was where the segment is not between two others. */
final class Cuts {
    private Cuts() {}

    static List<Period> around(Period period, long index, String name) {
        List<Span> spans = period.sets().getFirst().template().spans();
        int at = 0;
        while (at < spans.size() && spans.get(at).index() < index) {
            at++;
        }
        if (at == 0 || at + 1 >= spans.size()) {
            return List.of(period);
        }
        long from = millis(period, spans.get(at));
        long to = millis(period, spans.get(at + 1));
        Long length = period.duration();
        Period middle = piece(period, index, span -> span.index() == index, from)
                .withId("inserted-" + name)
                .withDuration(to - from);
        Period rest = piece(period, index + 1, span -> span.index() > index, to)
                .withId(period.id() + "-rest")
                .withDuration(length == null ? null : Long.valueOf(length - to));
        Period head = piece(period, -1, span -> span.index() < index, 0).withDuration(from);
        return List.of(head, middle, rest);
    }

    private static long millis(Period period, Span span) {
        Template first = period.sets().getFirst().template();
        return (span.start() - first.offset()) * 1000 / first.timescale();
    }

    /** What is left of a Period from `after` milliseconds on, where only some of its segments are left. */
    private static Period piece(Period period, long number, Predicate<Span> left, long after) {
        List<AdaptationSet> sets = new ArrayList<>();
        for (AdaptationSet set : period.sets()) {
            Template own = set.template();
            Template cut = own.withOffset(own.offset() + after * own.timescale() / 1000)
                    .withSpans(own.spans().stream().filter(left).toList());
            sets.add(set.withTemplate(own.startNumber() == null || number < 0 ? cut : cut.withStartNumber(number)));
        }
        return period.withStart(period.start() + after)
                .withSplices(after == 0 ? period.splices() : List.of())
                .withSets(sets);
    }
}
