package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.AdaptationSet;
import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.dash.Template;
import io.rungwatch.simulator.dash.Template.Span;
import io.rungwatch.simulator.stream.Rendition;
import java.util.function.BiFunction;

/** Faults of the segments that an MPD lists; where it lists none, most do nothing. */
final class TimelineFaults {
    private TimelineFaults() {}

    static Mpd gap(Occasion occasion, Mpd mpd) {
        return each(
                occasion,
                mpd,
                (template, span) -> span.withDuration(Math.max(1, span.duration() - ticks(occasion, template))));
    }

    static Mpd overlap(Occasion occasion, Mpd mpd) {
        return each(occasion, mpd, (template, span) -> span.withDuration(span.duration() + ticks(occasion, template)));
    }

    static Mpd zero(Occasion occasion, Mpd mpd) {
        return each(occasion, mpd, (template, span) -> span.withDuration(0));
    }

    /** The head goes, and its number stays. */
    static Mpd startNumber(Occasion occasion, Mpd mpd) {
        return mpd.eachSet(set -> {
            Long number = set.template().startNumber();
            return number == null || set.template().spans().isEmpty()
                    ? set
                    : set.withTemplate(
                            set.template().withStartNumber(Math.min(number, occasion.oldestAt(occasion.since()))));
        });
    }

    static Mpd audioOffset(Occasion occasion, Mpd mpd) {
        return mpd.eachSet(set -> set.type() != Rendition.Type.AUDIO
                ? set
                : set.withTemplate(
                        set.template().withOffset(set.template().offset() + ticks(occasion, set.template()))));
    }

    private static long ticks(Occasion occasion, Template template) {
        return occasion.fault().millis("by") * template.timescale() / 1000;
    }

    /** Each `nth` segment of those that were published during the fault. */
    private static Mpd each(Occasion occasion, Mpd mpd, BiFunction<Template, Span, Span> change) {
        long nth = Math.max(1, occasion.fault().count("nth"));
        return mpd.eachSet(set -> set.withTemplate(set.template()
                .each(span -> span.index() % nth == 0 && isBorn(occasion, set, span)
                        ? change.apply(set.template(), span)
                        : span)));
    }

    private static boolean isBorn(Occasion occasion, AdaptationSet set, Span span) {
        Rendition first = set.representations().getFirst().rendition();
        return occasion.during(occasion.channel().timeline().published(first, span.index()));
    }
}
