package io.rungwatch.checks.history;

import static io.rungwatch.hls.SequenceNumbers.compare;
import static io.rungwatch.hls.SequenceNumbers.distance;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class PlaylistShrank implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "playlist_shrank", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("The newest segments were taken back, or an EVENT or VOD playlist lost segments")
            .impact("The segment that is playing may vanish: a stall, or the same minute once more.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Is the origin consistent? Do two writers share one playlist?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (step.previous().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist before = step.previous().get();
        MediaPlaylist now = step.current();
        if (!step.relation().comparable() && !endedShort(step.relation(), before, now)) {
            return Finding.NONE;
        }
        boolean whole = before.type() != null;
        boolean sameHead = before.firstNumber() == now.firstNumber();
        if (compare(now.endNumber(), before.endNumber()) < 0 && (whole || sameHead)) {
            return told("the newest " + segments(distance(now.endNumber(), before.endNumber())) + " gone", before, now);
        }
        if (whole && compare(now.firstNumber(), before.firstNumber()) > 0) {
            long lost = distance(before.firstNumber(), now.firstNumber());
            return told(
                    "the first " + segments(lost) + " gone from a playlist that said " + before.type(), before, now);
        }
        return Finding.NONE;
    }

    /** An older copy looks the same as one that was cut short; but what has ended cannot be older than what goes on. */
    private static boolean endedShort(Relation relation, MediaPlaylist before, MediaPlaylist now) {
        return relation == Relation.OLDER && now.ended() && !before.ended();
    }

    private static String segments(long count) {
        return count == 1 ? "segment is" : count + " segments are";
    }

    private static List<Finding> told(String what, MediaPlaylist before, MediaPlaylist now) {
        return Finding.of(INFO, what + ": it listed " + range(before) + ", now " + range(now))
                .with("before", range(before))
                .with("now", range(now))
                .alone();
    }

    private static String range(MediaPlaylist playlist) {
        return SequenceNumbers.text(playlist.firstNumber()) + " to " + SequenceNumbers.text(playlist.endNumber() - 1);
    }
}
