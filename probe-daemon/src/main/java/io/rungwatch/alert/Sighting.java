package io.rungwatch.alert;

import io.rungwatch.cause.Symptom;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.url.Url;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One finding at one place over the last polls. It becomes confirmed by its check's rule, is over after three clean polls and two
 * target durations, and then stays silent for as long again: what it caused must not raise in its wake. An event lingers after that: its
 * alert stays, and when it comes back it is the same one.
 */
record Sighting(
        Where where,
        Url url,
        Finding finding,
        Instant first,
        int lastThree,
        Optional<Instant> confirmedAt,
        int clean,
        Optional<Instant> cleanSince,
        Optional<Instant> overAt,
        boolean lingers)
        implements Symptom {

    /** The layers above are asked in the same instant; by then they have answered, and the alert names the right one at once. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** Longer than most programmes go on between two ad breaks: what is wrong with each of them is one fault. */
    private static final Duration LINGERING = Duration.ofMinutes(15);

    static Sighting first(PollReport report, Finding finding) {
        Instant at = report.at();
        Confirm confirm = finding.check().confirm();
        boolean atOnce = confirm == Confirm.AT_ONCE || confirm == Confirm.ELAPSED;
        Optional<Instant> confirmedAt = atOnce ? Optional.of(at) : Optional.empty();
        return new Sighting(
                report.where(),
                report.url(),
                finding,
                at,
                1,
                confirmedAt,
                0,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Sighting again(Finding latest, PollReport report) {
        if (overAt.isPresent() && !isEvent()) {
            return first(report, latest);
        }
        int history = report.secondLook() ? lastThree : (lastThree << 1 | 1) & 0b111;
        boolean begins = history == 1 && !confirmed() && !report.secondLook();
        Instant since = begins ? report.at() : first;
        boolean now = confirmedAt.isEmpty() && confirms(history, since, report);
        Optional<Instant> confirmed = now ? Optional.of(report.at()) : confirmedAt;
        return new Sighting(
                where, report.url(), latest, since, history, confirmed, 0, Optional.empty(), Optional.empty(), false);
    }

    /** A poll that looked and did not find; empty when nothing is left to remember. */
    Optional<Sighting> notFound(PollReport report) {
        if (report.secondLook() && !confirmed()) {
            return Optional.empty(); // It was gone a moment later: one lost request, or another server.
        }
        int history = lastThree << 1 & 0b111;
        Instant since = cleanSince.orElse(report.at());
        Duration clearing = report.targetDuration().multipliedBy(2);
        if (overAt.isPresent()) {
            return report.at().isBefore(overAt.get().plus(clearing)) ? Optional.of(this) : lingering(report.at());
        }
        if (!confirmed()) {
            return history == 0 ? Optional.empty() : Optional.of(with(history, since, Optional.empty()));
        }
        boolean over = clean + 1 >= 3 && !report.at().isBefore(since.plus(clearing));
        return Optional.of(with(history, since, over ? Optional.of(report.at()) : Optional.empty()));
    }

    private Optional<Sighting> lingering(Instant at) {
        return isEvent() && at.isBefore(cleanSince.orElse(at).plus(LINGERING))
                ? Optional.of(new Sighting(
                        where, url, finding, first, lastThree, confirmedAt, clean, cleanSince, overAt, true))
                : Optional.empty();
    }

    private boolean isEvent() {
        return finding.check().event();
    }

    /** Over lately: it still names the fault, and silences what it caused. */
    boolean justOver() {
        return overAt.isPresent() && !lingers;
    }

    /** Once it is told it stays for a while, whatever else turns up. */
    boolean stays() {
        return confirmed() && isEvent();
    }

    boolean confirmed() {
        return confirmedAt.isPresent();
    }

    boolean firing(Instant at) {
        return (overAt.isEmpty() || isEvent())
                && confirmedAt
                        .map(confirmed -> !at.isBefore(confirmed.plus(SETTLING)))
                        .orElse(false);
    }

    /** Seen by one of the last polls, confirmed or not: enough to say that a layer has it too. */
    boolean seen() {
        return overAt.isEmpty() && (confirmed() || (lastThree & 1) == 1);
    }

    private boolean confirms(int history, Instant since, PollReport report) {
        return switch (finding.check().confirm()) {
            case AT_ONCE, ELAPSED -> true;
            case TWO_OF_THREE -> Integer.bitCount(history) >= 2;
            case OUTAGE -> (history & 0b11) == 0b11 && !report.at().isBefore(since.plus(report.targetDuration()));
        };
    }

    private Sighting with(int history, Instant since, Optional<Instant> over) {
        return new Sighting(
                where, url, finding, first, history, confirmedAt, clean + 1, Optional.of(since), over, false);
    }
}
