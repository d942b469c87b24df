package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Attribute;
import io.rungwatch.hls.Attributes;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class DaterangeInvalid implements DocumentCheck {
    private static final long OVERDUE = 300_000_000_000L;
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "daterange_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .asEvent()
            .threshold(Threshold.millis(10, "by which DURATION may differ from END-DATE − START-DATE"))
            .summary("EXT-X-DATERANGE that lacks what it needs or contradicts itself; info when it never ends")
            .impact("Players pass over it: an ad or a chapter is lost.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1, 6.2.1")
            .action("Look at the system that signals ads and chapters.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (playlist.dateRanges().isEmpty()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        for (DateRange range : playlist.dateRanges()) {
            alone(range, profile.threshold(INFO), faults);
            String id = range.id();
            if (id == null || id.isEmpty()) {
                faults.add(range.line(), "id", "a date range without ID");
                continue;
            }
            boolean first = !known.containsKey(id);
            // The first tag of a range that began long ago may have left the window.
            if (first
                    && !range.attributes().has("START-DATE")
                    && playlist.firstNumber() == 0
                    && playlist.skip() == null) {
                faults.add(range.line(), "start", "the first tag of " + id + " has no START-DATE");
            }
            merge(known.computeIfAbsent(id, key -> new HashMap<>()), range, faults);
        }
        overdue(playlist, known, faults);
        return faults.told();
    }

    private static void alone(DateRange range, double rounding, Faults faults) {
        Attributes attributes = range.attributes();
        if (attributes.text("DURATION", "").startsWith("-")
                || attributes.text("PLANNED-DURATION", "").startsWith("-")) {
            faults.add(range.line(), "negative", "a negative duration");
        }
        if (range.startDate().isPresent() && range.endDate().isPresent()) {
            long length = range.endDate().getAsLong() - range.startDate().getAsLong();
            if (length < 0) {
                faults.add(range.line(), "backwards", "END-DATE before START-DATE");
            } else if (range.duration().isPresent() && Math.abs(range.duration().getAsLong() - length) > rounding) {
                faults.add(
                        range.line(),
                        "duration",
                        "DURATION is " + Times.text(range.duration().getAsLong()) + ", from START-DATE to END-DATE are "
                                + Times.text(length));
            }
        }
        if (range.endOnNext()
                && (range.className() == null || attributes.has("DURATION") || attributes.has("END-DATE"))) {
            faults.add(range.line(), "end_on_next", "END-ON-NEXT without CLASS, or with an end of its own");
        }
        String cue = attributes.text("CUE", "");
        if (cue.contains("PRE") && cue.contains("POST")) {
            faults.add(range.line(), "cue", "CUE both PRE and POST");
        }
    }

    /** Later tags of one ID may add to the first, not contradict it. */
    private static void merge(Map<String, String> known, DateRange range, Faults faults) {
        for (Attribute attribute : range.attributes().all()) {
            String before = known.putIfAbsent(attribute.name(), attribute.value());
            if (before != null && !before.equals(attribute.value())) {
                faults.add(
                        range.line(),
                        "contradicts",
                        attribute.name() + " of " + range.id() + " was " + before + " before");
            }
        }
    }

    private static void overdue(MediaPlaylist playlist, Map<String, Map<String, String>> known, Faults faults) {
        if (playlist.edge().isEmpty() || playlist.ended()) {
            return;
        }
        long edge = playlist.edge().getAsLong();
        for (DateRange range : playlist.dateRanges()) {
            if (range.id() == null
                    || range.plannedDuration().isEmpty()
                    || range.startDate().isEmpty()) {
                continue;
            }
            Map<String, String> all = known.getOrDefault(range.id(), Map.of());
            boolean open =
                    !all.containsKey("DURATION") && !all.containsKey("END-DATE") && !all.containsKey("SCTE35-IN");
            long due = range.startDate().getAsLong() + range.plannedDuration().getAsLong();
            if (open && !range.endOnNext() && edge - due > OVERDUE) {
                faults.add(
                        Severity.INFO,
                        range.line(),
                        "overdue",
                        range.id() + " was to end " + Times.text(edge - due) + " ago");
            }
        }
    }
}
