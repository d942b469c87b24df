package io.rungwatch.checks.across;

import io.rungwatch.check.View;
import io.rungwatch.hls.Attribute;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.MediaPlaylist;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The date ranges of two renditions, as far as both must have them by now and may not have dropped them yet. */
final class DateRanges {
    private DateRanges() {}

    /** The first thing in which they differ, told of `self`; null where there is none. */
    static @Nullable String difference(View self, View other, double settled) {
        MediaPlaylist mine = self.step().orElseThrow().current();
        MediaPlaylist theirs = other.step().orElseThrow().current();
        long target = Math.max(self.target(), other.target());
        long from = Math.max(
                        mine.segments().getFirst().start(),
                        theirs.segments().getFirst().start())
                + target;
        double to = Math.min(mine.edge().orElse(0), theirs.edge().orElse(0)) - settled * target;
        Map<String, Map<String, String>> here = settled(mine.dateRanges(), from, to);
        Map<String, Map<String, String>> there = settled(theirs.dateRanges(), from, to);
        for (Map.Entry<String, Map<String, String>> entry : here.entrySet()) {
            Map<String, String> counterpart = there.get(entry.getKey());
            if (counterpart == null) {
                return "date range " + entry.getKey() + " is here, but not";
            }
            String attribute = contradiction(entry.getValue(), counterpart);
            if (attribute != null) {
                return "date range " + entry.getKey() + " has another " + attribute + " than";
            }
        }
        for (String id : there.keySet()) {
            if (!here.containsKey(id)) {
                return "date range " + id + " is missing, but is";
            }
        }
        return null;
    }

    /** Several tags may tell of one range, each a bit more. */
    private static Map<String, Map<String, String>> settled(List<DateRange> ranges, long from, double to) {
        Map<String, Map<String, String>> settled = new TreeMap<>();
        for (DateRange range : ranges) {
            String id = range.id();
            boolean inside = range.startDate().isPresent()
                    && range.startDate().getAsLong() >= from
                    && range.startDate().getAsLong() < to;
            if (id != null && (inside || settled.containsKey(id))) {
                Map<String, String> attributes = settled.computeIfAbsent(id, first -> new TreeMap<>());
                for (Attribute attribute : range.attributes().all()) {
                    attributes.put(attribute.name(), attribute.value());
                }
            }
        }
        return settled;
    }

    /** An end that one has and the other has not yet is no contradiction. */
    private static @Nullable String contradiction(Map<String, String> here, Map<String, String> there) {
        for (Map.Entry<String, String> entry : here.entrySet()) {
            String other = there.get(entry.getKey());
            if (other != null && !other.equals(entry.getValue())) {
                return entry.getKey();
            }
        }
        return null;
    }
}
