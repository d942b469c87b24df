package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Event;
import io.rungwatch.dash.EventStream;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Scale;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class EventStreamInvalid implements MpdStepCheck {
    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "event_stream_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .asEvent()
            .summary("An EventStream that players cannot use, or an event that vanished while it was on")
            .impact("Advertisements or triggers are lost.")
            .spec("ISO/IEC 23009-1, 5.10.2; ANSI/SCTE 214-1")
            .action("Look at how the packager turns SCTE 35 into events.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        Tally tally = new Tally(INFO);
        Mpd mpd = step.current();
        for (PeriodView period : mpd.presentation().periods()) {
            for (EventStream stream : period.period().eventStreams()) {
                stream(period, stream, tally);
            }
        }
        if (step.relation().comparable() && step.previous().isPresent()) {
            vanished(step.previous().get(), mpd, step.at(), tally);
        }
        return tally.worst();
    }

    private static void stream(PeriodView period, EventStream stream, Tally tally) {
        if (stream.scheme() == null) {
            tally.add(Severity.MINOR, stream.at(), "EventStream without schemeIdUri");
        }
        if (stream.timescale() == 0) {
            tally.add(Severity.MINOR, stream.at(), "EventStream with timescale 0");
            return;
        }
        Map<String, Event> byId = new HashMap<>();
        Set<List<Object>> unnamed = new HashSet<>();
        for (Event event : stream.events()) {
            place(period, stream, event, tally);
            String id = event.id();
            Event twin = id == null ? null : byId.putIfAbsent(id, event);
            if (twin != null && twin.content() != event.content()) {
                tally.add(Severity.MINOR, event.at(), "event " + id + " is there twice with different content");
            }
            if (id == null && !unnamed.add(List.of(event.time(), event.content()))) {
                tally.add(Severity.MINOR, event.at(), "the same event twice, without an id");
            }
        }
    }

    private static void place(PeriodView period, EventStream stream, Event event, Tally tally) {
        long duration = event.duration() == null ? 0 : event.duration();
        if (duration < 0) {
            tally.add(Severity.MINOR, event.at(), name(event) + " has a negative duration");
        }
        if (isScte35(stream) && event.empty()) {
            tally.add(Severity.MINOR, event.at(), name(event) + " of SCTE 35 is empty");
        }
        long begins = Scale.nanos(event.time() - stream.presentationTimeOffset(), stream.timescale());
        long ends = Scale.clamp(begins + Scale.nanos(Math.max(0, duration), stream.timescale()));
        long length = period.duration().orElse(Long.MAX_VALUE);
        // What began earlier and still goes on is told again in each Period.
        if (begins < 0 && ends <= 0) {
            tally.add(Severity.MINOR, event.at(), name(event) + " lies " + Times.text(-begins) + " before its Period");
        } else if (begins >= length) {
            String where = begins == length
                    ? " begins at its Period's end"
                    : " lies " + Times.text(begins - length) + " behind its Period";
            tally.add(Severity.MINOR, event.at(), name(event) + where);
        }
    }

    private static boolean isScte35(EventStream stream) {
        return stream.scheme() != null && stream.scheme().startsWith("urn:scte:scte35:");
    }

    private static String name(Event event) {
        return event.id() == null ? "event" : "event " + event.id();
    }

    private static void vanished(Mpd before, Mpd now, Instant at, Tally tally) {
        for (PeriodView old : before.presentation().periods()) {
            PeriodView period = find(now, old);
            if (period == null || before.availabilityStart() == null) {
                continue;
            }
            Set<List<Object>> there = new HashSet<>();
            period.period().eventStreams().forEach(s -> s.events().forEach(event -> there.add(key(s, event))));
            for (EventStream stream : old.period().eventStreams()) {
                for (Event event : stream.events()) {
                    boolean gone = !there.contains(key(stream, event));
                    if (gone && isOn(before.availabilityStart(), old, stream, event, at)) {
                        tally.add(Severity.MINOR, period.period().at(), name(event) + " vanished while it was on");
                    }
                }
            }
        }
    }

    private static @Nullable PeriodView find(Mpd mpd, PeriodView old) {
        return mpd.presentation().periods().stream()
                .filter(period -> period.period().id() != null
                        && period.period().id().equals(old.period().id()))
                .findFirst()
                .orElse(null);
    }

    /** What makes it the same event in the next manifest. */
    private static List<Object> key(EventStream stream, Event event) {
        String scheme = stream.scheme() == null ? "" : stream.scheme();
        return List.of(scheme, event.id() == null ? event.time() : event.id());
    }

    private static boolean isOn(Instant zero, PeriodView period, EventStream stream, Event event, Instant at) {
        if (event.duration() == null || stream.timescale() == 0) {
            return false;
        }
        long begins = Scale.clamp(
                period.start() + Scale.nanos(event.time() - stream.presentationTimeOffset(), stream.timescale()));
        Instant from = zero.plusNanos(begins);
        Instant to = from.plusNanos(Math.max(0, Scale.nanos(event.duration(), stream.timescale())));
        return from.isBefore(at) && at.isBefore(to);
    }
}
