package io.rungwatch.media;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the times of cues. Notes and style sheets may hold anything, also what looks like one. */
final class CueReader {
    static final String ARROW = "-->";
    private static final Pattern TIMING = Pattern.compile("(?s)\\s*(\\S+)\\s+-->\\s+(\\S+)(?:\\s.*)?");
    private static final Pattern NO_CUE = Pattern.compile("(?s)(NOTE|STYLE|REGION)(?:[ \t].*)?");

    private boolean blockBegins;
    private boolean inCue;
    private boolean skipping;
    private int count;
    private int badTimings;
    private int backward;
    private long earliestStart = Long.MAX_VALUE;
    private long latestStart;
    private long earliestEnd = Long.MAX_VALUE;
    private long latestEnd;

    void line(String text) {
        if (text.isEmpty()) {
            inCue = false;
            skipping = false;
        } else if (text.contains(ARROW) && !skipping && !inCue) {
            inCue = true;
            timing(text);
        } else {
            skipping |= blockBegins && NO_CUE.matcher(text).matches();
        }
        blockBegins = text.isEmpty();
    }

    private void timing(String text) {
        Matcher timing = TIMING.matcher(text);
        OptionalLong start = timing.matches() ? CueTime.read(timing.group(1)) : OptionalLong.empty();
        OptionalLong end = timing.matches() ? CueTime.read(timing.group(2)) : OptionalLong.empty();
        if (start.isPresent() && end.isPresent()) {
            cue(start.getAsLong(), end.getAsLong());
        } else {
            badTimings++;
        }
    }

    private void cue(long start, long end) {
        count++;
        backward += end < start ? 1 : 0;
        earliestStart = Math.min(earliestStart, start);
        latestStart = Math.max(latestStart, start);
        earliestEnd = Math.min(earliestEnd, end);
        latestEnd = Math.max(latestEnd, end);
    }

    int badTimings() {
        return badTimings;
    }

    int backward() {
        return backward;
    }

    Optional<WebVtt.Cues> facts() {
        return count == 0
                ? Optional.empty()
                : Optional.of(new WebVtt.Cues(count, earliestStart, latestStart, earliestEnd, latestEnd));
    }
}
