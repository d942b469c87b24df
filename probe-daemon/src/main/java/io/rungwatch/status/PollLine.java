package io.rungwatch.status;

import io.rungwatch.check.Finding;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import java.time.Instant;
import java.util.List;

/** One poll as the debug page lists it. `status` is 0 where there was no HTTP answer. */
public record PollLine(Instant at, What what, int status, long nanos, String detail, List<Finding> findings) {

    public enum What {
        CHANGED("changed"),
        UNCHANGED("unchanged"),
        UNREACHABLE("unreachable"),
        NOT_JUDGED("not judged"),
        ASIDE("segment");

        private final String text;

        What(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Fetched, and nothing wrong with it; `status` is negative where nothing had changed. */
    static PollLine clean(Instant at, long nanos, int status) {
        return new PollLine(at, status > 0 ? What.CHANGED : What.UNCHANGED, Math.abs(status), nanos, "", List.of());
    }

    static PollLine of(PollReport report) {
        Exchange exchange = report.outcome().exchange();
        int status = exchange instanceof Exchange.Answered answer ? answer.status() : 0;
        String detail = exchange instanceof Exchange.Failed failed ? failed.detail() : "";
        What what = switch (report.outcome()) {
            case Outcome.Fetched fetched -> fetched.changed() ? What.CHANGED : What.UNCHANGED;
            case Outcome.Unreachable unreachable -> What.UNREACHABLE;
            case Outcome.NotJudged notJudged -> What.NOT_JUDGED;
            case Outcome.Aside aside -> What.ASIDE;
            case Outcome.Sampled sampled -> What.ASIDE;
        };
        if (report.outcome() instanceof Outcome.NotJudged notJudged) {
            detail = notJudged.reason();
        }
        if (!report.faults().isEmpty()) {
            detail = "probe fault: " + report.faults().getFirst().check() + ": "
                    + report.faults().getFirst().what();
        }
        return new PollLine(
                report.at(),
                what,
                status,
                exchange.timing().total(),
                detail,
                report.findings().isEmpty() ? List.of() : List.copyOf(report.findings()));
    }
}
