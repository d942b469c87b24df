package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionUnavailable implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "rendition_unavailable", Severity.MAJOR, Owner.BY_LAYER, Confirm.OUTAGE)
            .summary(
                    "A playlist that the manifest names gives no usable answer; critical when no video or no audio is left, "
                            + "minor while a redundant copy answers")
            .impact("Players on that rung switch down or stop; without its audio playlist a channel is silent.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action(
                    "Compare the layers: 404 at the origin means that packager output died; only at an edge, purge the path.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.usable() || attempt.rendition().isEntry() || Answers.isToldElsewhere(attempt.exchange())) {
            return Finding.NONE;
        }
        Finding finding = Finding.of(INFO, "its playlist is unavailable: " + Answers.told(attempt.exchange()));
        Kind kind = attempt.rendition().kind();
        boolean noneLeft = kind != Kind.SUBTITLES
                && attempt.siblings().stream()
                        .filter(view -> view.rendition().kind() == kind)
                        .allMatch(view -> view.failures() > 0);
        boolean copyLeft = attempt.siblings().stream()
                .anyMatch(view -> view.rendition().isCopyOf(attempt.rendition())
                        && view.failures() == 0
                        && view.step().isPresent());
        Severity severity = noneLeft ? Severity.CRITICAL : copyLeft ? Severity.MINOR : Severity.MAJOR;
        return Answers.facts(finding.severity(severity), attempt).alone();
    }
}
