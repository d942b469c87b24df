package io.rungwatch.cli;

import io.rungwatch.drive.Sink;
import io.rungwatch.report.Look;
import io.rungwatch.watch.PollReport;

/** One line on the terminal that says that something is going on; nothing where nobody looks. */
final class Progress implements Sink {
    private final Look look;
    private final boolean shown = Terminal.progress();

    Progress(Look look) {
        this.look = look;
        tell("asking …");
    }

    @Override
    public void accept(PollReport report) {
        look.accept(report);
        tell(look.places() + " manifests, " + look.polls() + " polls, "
                + look.findings().size() + " findings · last: "
                + report.where().rendition().name());
    }

    void end() {
        if (shown) {
            System.err.print("\r\u001b[K");
        }
    }

    private void tell(String text) {
        if (shown) {
            System.err.print("\r\u001b[K" + text);
        }
    }
}
