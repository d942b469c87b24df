package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.AdaptationSet;
import io.rungwatch.simulator.dash.AdaptationSet.Representation;
import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.dash.Period;
import io.rungwatch.simulator.dash.Template.Span;
import io.rungwatch.simulator.stream.Rendition;
import java.util.ArrayList;
import java.util.List;

/** Faults of an MPD as a whole, and of its Periods. */
final class MpdFaults {
    private static final String NO_KEY = "00000000-0000-0000-0000-000000000000";

    private MpdFaults() {}

    static Mpd noStart(Occasion occasion, Mpd mpd) {
        return mpd.withAvailabilityStart(null);
    }

    static Mpd startChanged(Occasion occasion, Mpd mpd) {
        Long start = mpd.availabilityStart();
        return start == null
                ? mpd
                : mpd.withAvailabilityStart(start + occasion.fault().millis("by"));
    }

    /** Content moves, its date does not. */
    static Mpd publishTimeFrozen(Occasion occasion, Mpd mpd) {
        return mpd.withPublishTime(Math.min(mpd.publishTime(), occasion.since()));
    }

    static Mpd publishTimeRegressed(Occasion occasion, Mpd mpd) {
        return mpd.withPublishTime(mpd.publishTime() - occasion.fault().millis("by"));
    }

    static Mpd clock(Occasion occasion, Mpd mpd) {
        return mpd.withUtc(mpd.utc() + occasion.fault().millis("by"));
    }

    static Mpd baseUrl(Occasion occasion, Mpd mpd) {
        return mpd.withBaseUrl(occasion.fault().word("url"));
    }

    static Mpd updatePeriod(Occasion occasion, Mpd mpd) {
        return mpd.withUpdatePeriod(occasion.fault().millis("value"));
    }

    static Mpd notLive(Occasion occasion, Mpd mpd) {
        return mpd.withLive(false);
    }

    /** Only a Period that is over says how long it is. */
    static Mpd periodGap(Occasion occasion, Mpd mpd) {
        return lengthened(occasion, mpd, -occasion.fault().millis("by"));
    }

    static Mpd periodOverlap(Occasion occasion, Mpd mpd) {
        return lengthened(occasion, mpd, occasion.fault().millis("by"));
    }

    /** What was over before is not told anew. */
    private static Mpd lengthened(Occasion occasion, Mpd mpd, long by) {
        long start = occasion.channel().stream().programme().start().toEpochMilli();
        return mpd.eachPeriod(period -> {
            Long duration = period.duration();
            return duration == null || !occasion.during(start + period.start() + duration)
                    ? period
                    : period.withDuration(Math.max(0, duration + by));
        });
    }

    /** The last Representation of each Period is called as the first. */
    static Mpd duplicate(Occasion occasion, Mpd mpd) {
        return mpd.eachPeriod(period -> {
            List<AdaptationSet> sets = new ArrayList<>(period.sets());
            String first = sets.getFirst().representations().getFirst().id();
            List<Representation> rows = new ArrayList<>(sets.getLast().representations());
            rows.add(new Representation(first, rows.removeLast().rendition()));
            sets.add(sets.removeLast().withRepresentations(rows));
            return period.withSets(sets);
        });
    }

    static Mpd noKey(Occasion occasion, Mpd mpd) {
        return mpd.eachSet(set -> set.kid() == null ? set : set.withKid(NO_KEY));
    }

    static Mpd without(Occasion occasion, Mpd mpd, Rendition.Type type) {
        return mpd.eachPeriod(period -> period.withSets(period.sets().stream()
                .filter(set -> !LadderFaults.isLost(
                        occasion, set.representations().getFirst().rendition(), type))
                .toList()));
    }

    /** Each `nth` segment becomes a Period of its own when two more have been told of: what was one is three. */
    static Mpd inserted(Occasion occasion, Mpd mpd) {
        List<Span> spans = mpd.periods().getLast().sets().getFirst().template().spans();
        long told = spans.isEmpty() ? 0 : spans.getLast().index() - 2;
        long at = told - told % Math.max(3, occasion.fault().count("nth"));
        Rendition first = occasion.channel().renditions().getFirst();
        if (spans.isEmpty() || !occasion.during(occasion.channel().timeline().published(first, at + 2))) {
            return mpd;
        }
        List<Period> periods = new ArrayList<>();
        for (Period period : mpd.periods()) {
            periods.addAll(Cuts.around(period, at, Long.toString(at)));
        }
        return mpd.withPeriods(periods);
    }
}
