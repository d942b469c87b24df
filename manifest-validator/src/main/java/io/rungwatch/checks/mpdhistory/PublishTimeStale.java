package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public final class PublishTimeStale implements MpdStepCheck {
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "publish_time_stale", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.count(2, "updates that may share one publishTime"))
            .summary("The MPD changes and its publishTime does not, or lies in the future; info when it changes alone")
            .impact("Players that patch the manifest, or compare its publishTime, take it for an old one.")
            .spec("ISO/IEC 23009-1, 5.4.1")
            .action("Let the packager renew publishTime with each change, and with changes only.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        Mpd now = step.current();
        Instant published = now.publishTime();
        if (!now.dynamic() || published == null) {
            return Finding.NONE;
        }
        if (published.isAfter(step.at().plus(AHEAD))) {
            return found(
                    now,
                    published,
                    "publishTime lies " + Times.text(Duration.between(step.at(), published)) + " in the future",
                    Severity.MINOR);
        }
        if (step.previous().isEmpty()
                || step.relation() == Relation.OLDER
                || step.relation().stranger()) {
            return Finding.NONE;
        }
        Mpd before = step.previous().get();
        boolean changed = before.fingerprint() != now.fingerprint();
        boolean renewed = !published.equals(before.publishTime());
        if (renewed && !changed) {
            return found(now, published, "publishTime was renewed, nothing else", Severity.INFO);
        }
        return changed && !renewed ? stale(step, published, profile.threshold(INFO)) : Finding.NONE;
    }

    /** A live manifest changes once per segment: so many segments ago it was published, so many changes it left out. */
    private static List<Finding> stale(Step<Mpd> step, Instant published, double most) {
        long target = step.current().presentation().targetDuration(step.at());
        long age = Math.max(0, Scale.nanos(Duration.between(published, step.at())));
        long updates = target == 0 ? 0 : age / target;
        return updates > most
                ? found(
                        step.current(),
                        published,
                        "the MPD changed, its publishTime is still of " + Times.text(age) + " ago, about " + updates
                                + " updates",
                        Severity.MINOR)
                : Finding.NONE;
    }

    private static List<Finding> found(Mpd mpd, Instant published, String message, Severity severity) {
        return Finding.of(INFO, message + " (line " + mpd.at().line() + ")")
                .severity(severity)
                .with("line", mpd.at().line())
                .with("publish_time", published.toString())
                .alone();
    }
}
