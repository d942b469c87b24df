package io.rungwatch.check;

/**
 * What a check is: metric label, alert text, SNMP varbind, row of the docs and runbook link all come from here. Declared once, on top
 * of the check's own file, through its shape: {@code StepCheck.declare("playlist_stale", …).summary(…)…}.
 */
public record CheckInfo(
        String id,
        Input input,
        Severity severity,
        Owner owner,
        Confirm confirm,
        boolean event,
        CheckSet set,
        Threshold threshold,
        String summary,
        String impact,
        String spec,
        String action) {

    public static CheckInfo declare(String id, Input input, Severity severity, Owner owner, Confirm confirm) {
        return new CheckInfo(id, input, severity, owner, confirm, false, CheckSet.CORE, Threshold.NONE, "", "", "", "");
    }

    /**
     * What happens, rather than what is: it is over as soon as it was seen, and what makes it happen is not. Its alert stays for a while,
     * and what comes back by then is the same fault.
     */
    public CheckInfo asEvent() {
        return new CheckInfo(id, input, severity, owner, confirm, true, set, threshold, summary, impact, spec, action);
    }

    public CheckInfo set(CheckSet other) {
        return new CheckInfo(
                id, input, severity, owner, confirm, event, other, threshold, summary, impact, spec, action);
    }

    /** The limit that a profile may override. */
    public CheckInfo threshold(Threshold limit) {
        return new CheckInfo(id, input, severity, owner, confirm, event, set, limit, summary, impact, spec, action);
    }

    /** What is wrong, in one line. */
    public CheckInfo summary(String text) {
        return new CheckInfo(id, input, severity, owner, confirm, event, set, threshold, text, impact, spec, action);
    }

    /** What the viewer sees. */
    public CheckInfo impact(String text) {
        return new CheckInfo(id, input, severity, owner, confirm, event, set, threshold, summary, text, spec, action);
    }

    /** The clause it rests on. */
    public CheckInfo spec(String text) {
        return new CheckInfo(id, input, severity, owner, confirm, event, set, threshold, summary, impact, text, action);
    }

    /** What to do first. */
    public CheckInfo action(String text) {
        return new CheckInfo(id, input, severity, owner, confirm, event, set, threshold, summary, impact, spec, text);
    }

    /** Where it is written what to do: what wakes somebody has a page of its own. */
    public String runbook() {
        return hasRunbook() ? "docs/runbooks/" + id + ".md" : "docs/checks.md#" + id;
    }

    /** By what it declares, whatever one finding makes of it: an address must not depend on how bad it is today. */
    public boolean hasRunbook() {
        return severity.compareTo(Severity.MAJOR) >= 0;
    }
}
