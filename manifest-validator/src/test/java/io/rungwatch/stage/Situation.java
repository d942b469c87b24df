package io.rungwatch.stage;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import java.util.List;

/** A named situation, what a check found in it and what it should have: "none", or severity and message. */
public record Situation(String name, List<Finding> found, String expected) {
    public static final String NONE = "none";

    public String told() {
        return found.isEmpty()
                ? NONE
                : String.join("\n", found.stream().map(Situation::line).toList());
    }

    /** What nobody is woken for is good. */
    public boolean good() {
        return expected.equals(NONE) || expected.startsWith(Severity.INFO.word());
    }

    public static String line(Finding finding) {
        return finding.severity().word() + ": " + finding.message();
    }

    @Override
    public String toString() {
        return name;
    }
}
