package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.TrendCheck;
import io.rungwatch.past.Advances;
import io.rungwatch.past.Minutes;
import io.rungwatch.past.Trend;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ContentShortage implements TrendCheck {
    /** Fewer say nothing. */
    private static final int LEAST = 10;

    private static final long MINUTE = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long HALF_A_SECOND = SECOND / 2;
    private static final double MAJOR = 0.80;
    /** Who has caught up for so many minutes is not short of anything any more. */
    private static final int LATELY = 5;

    private static final CheckInfo INFO = TrendCheck.declare(
                    "content_shortage", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(
                    Threshold.percent(
                            95,
                            "of the clock's time must be published as media, over ten target durations or a minute; what is only a little less shows after up to an hour"))
            .summary("Less media is published than time goes by; major below 80 %")
            .impact("Creeping stalls: the buffer of every viewer runs dry, again and again.")
            .spec("DASH-IF timing model, no clock drift; draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Look at the encoder's load and at dropped frames; compare its clock with NTP.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Trend past, Rendition rendition, ChannelProfile profile) {
        int last = past.advances().size() - 1;
        if (last < LEAST || rendition.kind() == Rendition.Kind.SUBTITLES) {
            return Finding.NONE;
        }
        long least = Math.max(MINUTE, 10 * target(past));
        int soon = last;
        while (soon > 0 && since(past, soon) < least && !stood(past, soon)) {
            soon--;
        }
        int ever = soon;
        while (ever > 0 && !stood(past, ever)) {
            ever--;
        }
        List<Finding> found = judged(past, profile, soon, least);
        List<Finding> more = found.isEmpty() ? judged(past, profile, ever, least) : found;
        return worse(more, slowly(past, profile));
    }

    private static List<Finding> worse(List<Finding> minutes, List<Finding> hour) {
        boolean worse = !hour.isEmpty()
                && (minutes.isEmpty()
                        || hour.getFirst()
                                        .severity()
                                        .compareTo(minutes.getFirst().severity())
                                > 0);
        return worse ? hour : minutes;
    }

    /**
     * What is less by no more than a poll's worth in minutes is more than that in an hour. By the best of each minute, and only while it
     * grows evenly: what stood still once is no shortage, and what has stopped growing is none any more.
     */
    private static List<Finding> slowly(Trend past, ChannelProfile profile) {
        Minutes seen = past.minutes();
        int last = seen.size() - 2; // The newest is not over.
        double missing = 1 - profile.threshold(INFO);
        if (last < LATELY || grown(seen, last - LATELY, last) < missing * LATELY * MINUTE / 2) {
            return Finding.NONE;
        }
        double rounded = mayBeRounded(past) ? HALF_A_SECOND / (double) target(past) : 0;
        List<Finding> worst = Finding.NONE;
        for (int from = last - 1; from >= 0 && grown(seen, from, from + 1) <= 3 * target(past) + past.held(); from--) {
            long time = seen.began(last) + MINUTE - seen.began(from);
            worst = from > last - LATELY
                    ? worst
                    : worse(worst, told(past, profile, time - grown(seen, from, last) + (long) (rounded * time), time));
        }
        return worst;
    }

    /** Old playlists have whole seconds, and what each segment has more or less adds up; dates would tell. */
    private static boolean mayBeRounded(Trend past) {
        Advances seen = past.advances();
        boolean whole = !past.dated();
        for (int i = 1; i < seen.size() && whole; i++) {
            whole = (seen.media(i) - seen.media(i - 1)) % SECOND == 0;
        }
        return whole;
    }

    private static long grown(Minutes seen, int from, int to) {
        return seen.lateness(to) - seen.lateness(from);
    }

    private static long since(Trend past, int advance) {
        return past.advances().seenAt(past.advances().size() - 1)
                - past.advances().seenAt(advance);
    }

    /** Before this advance it stood still, which is told by another check; what then comes in a bunch makes up for it. */
    private static boolean stood(Trend past, int advance) {
        long interval = past.advances().seenAt(advance) - past.advances().seenAt(advance - 1);
        return interval > 3 * target(past) + past.held();
    }

    /** What was published just after the last look may count as late, what came just before the first as early: a poll's worth. */
    private static List<Finding> judged(Trend past, ChannelProfile profile, int from, long leastTime) {
        Advances seen = past.advances();
        int last = seen.size() - 1;
        long time = since(past, from);
        if (last - from < LEAST || time < leastTime) {
            return Finding.NONE;
        }
        return told(past, profile, seen.media(last) - seen.media(from), time);
    }

    private static List<Finding> told(Trend past, ChannelProfile profile, long media, long time) {
        // A second packager that is a segment behind adds half a target duration to what our polling does.
        long slack = target(past) + target(past) / 2 + past.held();
        double most = (media + slack) / (double) time;
        if (most >= profile.threshold(INFO)) {
            return Finding.NONE;
        }
        long percent = Math.round(100.0 * media / time);
        return Finding.of(
                        INFO,
                        percent + " % of the time that went by was published as media in the last " + Times.text(time))
                .severity(most < MAJOR ? Severity.MAJOR : Severity.MINOR)
                .with("media_seconds", Times.seconds(media))
                .with("clock_seconds", Times.seconds(time))
                .with("percent", percent)
                .alone();
    }

    private static long target(Trend past) {
        return past.targetDuration();
    }
}
