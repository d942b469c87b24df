package io.rungwatch.checks.reload;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Reload;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A 503 after three target durations is how a server says that nothing new came: that is another check's matter. */
public final class BlockingReloadBroken implements ReloadCheck {
    private static final int GIVEN_UP = 503;
    private static final int AT_ONCE = 100;

    private static final CheckInfo INFO = ReloadCheck.declare(
                    "blocking_reload_broken", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .threshold(
                    Threshold.targetDurations(3, "for which a request may be held before the server has to answer 503"))
            .summary("A blocking reload is answered at once without what was asked for, too late, or with an error")
            .impact("Latency jumps, and players poll busily.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.5.2")
            .action(
                    "Ask edge and origin with the same _HLS_msn: does the cache key contain _HLS_ parameters, does a proxy time out?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Reloads seen, ChannelProfile profile) {
        double longest = profile.threshold(INFO) * seen.target();
        for (Reload reload : seen.chain()) {
            String wrong = wrong(reload, longest);
            if (wrong != null) {
                return Finding.of(INFO, "asked for " + reload + ", " + wrong)
                        .with("segment", reload.number())
                        .with("part", reload.part())
                        .with("seconds", Times.seconds(reload.took()))
                        .alone();
            }
        }
        return Finding.NONE;
    }

    private static @Nullable String wrong(Reload reload, double longest) {
        boolean late = reload.took().toNanos() > longest;
        if (reload.brought()) {
            return late ? "it answers after " + Times.text(reload.took()) : null;
        }
        return switch (reload.exchange()) {
            case Exchange.Failed failed ->
                "it does not answer: " + failed.failure().text();
            case Exchange.Answered answer ->
                answer.status() == GIVEN_UP && late
                        ? null
                        : answer.status() == 200
                                ? "it answers without it " + when(reload)
                                : "it answers " + answer.status() + " " + when(reload);
        };
    }

    private static String when(Reload reload) {
        return reload.took().toMillis() < AT_ONCE ? "at once" : "after " + Times.text(reload.took());
    }
}
