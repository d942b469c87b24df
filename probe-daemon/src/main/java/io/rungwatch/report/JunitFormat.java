package io.rungwatch.report;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Check;
import io.rungwatch.check.Severity;
import java.util.List;

/** For CI: each check is a test case, failed where it found something at or above the limit. */
public final class JunitFormat implements Format {
    private final Severity failOn;

    public JunitFormat(Severity failOn) {
        this.failOn = failOn;
    }

    @Override
    public String write(Look look) {
        StringBuilder cases = new StringBuilder();
        int failures = 0;
        for (Check check : AllChecks.LIST) {
            String id = check.info().id();
            List<Seen> found = look.findings().stream()
                    .filter(seen -> seen.finding().check().id().equals(id))
                    .filter(seen -> seen.finding().severity().compareTo(failOn) >= 0)
                    .toList();
            cases.append("  <testcase classname=\"rungwatch\" name=\"")
                    .append(id)
                    .append('"');
            if (found.isEmpty()) {
                cases.append("/>\n");
                continue;
            }
            failures++;
            cases.append(">\n");
            Seen first = found.getFirst();
            cases.append("    <failure type=\"")
                    .append(first.finding().severity().word())
                    .append("\" message=\"")
                    .append(Xml.escape(told(first)))
                    .append("\">");
            found.forEach(seen -> cases.append(Xml.escape(told(seen))).append('\n'));
            cases.append(Xml.escape(check.info().action())).append("</failure>\n  </testcase>\n");
        }
        boolean blind = look.answered() == 0;
        if (blind) {
            cases.append("  <testcase classname=\"rungwatch\" name=\"reachable\">\n")
                    .append("    <error message=\"no manifest answered\"/>\n  </testcase>\n");
        }
        int tests = AllChecks.LIST.size() + (blind ? 1 : 0);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"rungwatch\" tests=\"" + tests
                + "\" failures=\"" + failures + "\" errors=\"" + (blind ? 1 : 0) + "\">\n" + cases + "</testsuite>\n";
    }

    private static String told(Seen seen) {
        return seen.where().channel() + " " + seen.where().rendition().name() + " at "
                + seen.where().layer().name() + ": " + seen.finding().message();
    }
}
