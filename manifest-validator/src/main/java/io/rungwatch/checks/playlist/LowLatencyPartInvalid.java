package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Part;
import io.rungwatch.hls.PreloadHint;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class LowLatencyPartInvalid implements DocumentCheck {
    private static final long ROUNDING = 1_000_000L;
    private static final long SUM = 100_000_000L;
    private static final long FRAME = 40_000_000L;
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "low_latency_part_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.LOW_LATENCY)
            .threshold(Threshold.percent(85, "of the part target that a part must last"))
            .summary(
                    "Parts that are too long (major), too short, listed twice, or do not add up to their segment; wrong preload hints")
            .impact("Rebuffering at the live edge.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.9, 4.4.5.3, 6.2.2, 6.2.6")
            .action("Look at the chunker of the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (playlist.partTarget().isEmpty()) {
            return Finding.NONE;
        }
        long target = playlist.partTarget().getAsLong();
        double least = profile.threshold(INFO) * target - ROUNDING;
        Faults faults = new Faults(INFO);
        Set<String> seen = new HashSet<>();
        boolean independent = false;
        int parents = 0;
        for (Segment segment : playlist.segments()) {
            List<Part> parts = segment.parts();
            if (parts.isEmpty()) {
                continue;
            }
            independent |= durations(parts, target, least, seen, faults);
            // Of the oldest segment that still has parts, some may have gone already.
            if (parents++ > 0) {
                sum(segment, faults);
            }
        }
        independent |= durations(playlist.tail().parts(), target, least, seen, faults);
        if (parents > 1 && !independent && rendition.kind() == Rendition.Kind.VIDEO) {
            faults.add(0, "independent", "no part of " + parents + " segments is INDEPENDENT");
        }
        old(playlist, faults);
        hints(playlist, faults);
        return faults.told();
    }

    /** Returns whether playback may begin at one of them. */
    private static boolean durations(List<Part> parts, long target, double least, Set<String> seen, Faults faults) {
        boolean independent = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean beforeGap = i + 1 < parts.size() && parts.get(i + 1).gap();
            boolean excused = part.independent() || part.gap() || beforeGap || i + 1 == parts.size();
            if (part.duration() > target + ROUNDING) {
                faults.add(
                        Severity.MAJOR,
                        part.line(),
                        "long",
                        "a part of " + Times.text(part.duration()) + ", PART-TARGET is " + Times.text(target));
            } else if (!excused && part.duration() < least) {
                faults.add(
                        part.line(),
                        "short",
                        "a part of only " + Times.text(part.duration()) + ", PART-TARGET is " + Times.text(target));
            }
            if (part.byteRange() == null && !seen.add(part.uri())) {
                faults.add(part.line(), "twice", "the part " + part.uri() + " is listed twice");
            }
            independent |= part.independent();
        }
        return independent;
    }

    private static void sum(Segment segment, Faults faults) {
        long sum = 0;
        for (Part part : segment.parts()) {
            sum += part.duration();
        }
        long slack = Math.max(SUM, FRAME * segment.parts().size());
        if (Math.abs(sum - segment.duration()) > slack) {
            faults.add(
                    segment.line(),
                    "sum",
                    "the parts last " + Times.text(sum) + ", their segment " + Times.text(segment.duration()));
        }
    }

    /** Nobody fetches parts that lie so far back; they only make the playlist long. */
    private static void old(MediaPlaylist playlist, Faults faults) {
        long fromEdge = playlist.tail().duration();
        long limit = 3 * playlist.effectiveTargetDuration();
        List<Segment> segments = playlist.segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            if (fromEdge > limit && !segment.parts().isEmpty()) {
                faults.add(Severity.INFO, segment.line(), "old", "parts that lie " + Times.text(fromEdge) + " back");
                return;
            }
            fromEdge += segment.duration();
        }
    }

    private static void hints(MediaPlaylist playlist, Faults faults) {
        List<PreloadHint> hints = playlist.preloadHints();
        if (playlist.ended()) {
            if (!hints.isEmpty()) {
                faults.add(hints.getFirst().line(), "hint_at_end", "EXT-X-PRELOAD-HINT where nothing more comes");
            }
            return;
        }
        if (hints.isEmpty() && playlist.has(Tag.PART)) {
            faults.add(Severity.INFO, 0, "no_hint", "no EXT-X-PRELOAD-HINT");
        }
        Set<String> types = new HashSet<>();
        for (PreloadHint hint : hints) {
            if (!types.add(hint.type())) {
                faults.add(hint.line(), "hint_twice", "a second EXT-X-PRELOAD-HINT of type " + hint.type());
            }
        }
    }
}
