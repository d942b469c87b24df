package io.rungwatch.checks.playlist;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.checks.Faults;
import io.rungwatch.checks.Repeated;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.hls.Start;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class TagMisplaced implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "tag_misplaced", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .summary(
                    "A tag that may be there once is there again, or stands where it does not belong; major for EXT-X-MEDIA-SEQUENCE")
            .impact("Some players stop at the repetition, others take the wrong one of two values.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.2, 4.4.2.2, 4.4.3, 4.4.3.2–4.4.3.3, 4.4.4.9")
            .action("Look at the packager, or at what rewrites the playlist on its way: two of them each add the tag.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()
                || !(attempt.document().get() instanceof Playlist playlist)
                || playlist.problems().isEmpty() && playlist.start() == null) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        for (Problem problem : playlist.problems()) {
            boolean again = problem.kind() == ProblemKind.REPEATED_TAG;
            if ((again || problem.kind() == ProblemKind.MISPLACED_TAG) && !isElsewhere(problem, again)) {
                faults.add(
                        severity(problem, again), problem.line(), problem.kind().id(), told(problem, again));
            }
        }
        if (playlist instanceof MediaPlaylist media) {
            start(media, profile, faults);
        }
        return faults.told();
    }

    private static boolean isElsewhere(Problem problem, boolean again) {
        return again && (Repeated.is(problem, Tag.KEY) || Repeated.is(problem, Tag.CONTENT_STEERING));
    }

    /** Players had to learn to bear a late discontinuity number: too many packagers write one. */
    private static Severity severity(Problem problem, boolean again) {
        if (Repeated.is(problem, Tag.MEDIA_SEQUENCE)) {
            return Severity.MAJOR;
        }
        return !again && Repeated.is(problem, Tag.DISCONTINUITY_SEQUENCE) ? Severity.INFO : Severity.MINOR;
    }

    private static String told(Problem problem, boolean again) {
        String tag = problem.text().substring(1).split(":", 2)[0];
        return again ? "a second " + tag : tag + " stands too late";
    }

    private static void start(MediaPlaylist playlist, ChannelProfile profile, Faults faults) {
        Start start = playlist.start();
        if (start == null || playlist.skip() != null || playlist.segments().isEmpty()) {
            return;
        }
        long window = playlist.window() + playlist.tail().duration();
        long offset = Math.abs(start.timeOffset());
        boolean live = !playlist.ended()
                && profile.expectsMore(playlist)
                && playlist.partTarget().isEmpty();
        if (offset > window) {
            faults.add(
                    start.line(),
                    "start",
                    "EXT-X-START lies outside of the playlist, which is " + Times.text(window) + " long");
        } else if (live && start.timeOffset() < 0 && offset < 3 * playlist.effectiveTargetDuration()) {
            faults.add(start.line(), "start", "EXT-X-START is only " + Times.text(offset) + " from the live edge");
        }
    }
}
