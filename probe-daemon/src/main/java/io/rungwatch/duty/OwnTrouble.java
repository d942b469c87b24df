package io.rungwatch.duty;

import io.rungwatch.check.Severity;
import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can be wrong with the probe itself, besides what its checks find. It is told to its owner like everything else. */
public enum OwnTrouble {
    NOTIFIER_FAILING(
            Severity.MAJOR,
            "A receiver of alerts does not take them",
            "Somebody is not told of what he should be told of. Nothing is lost: it is kept and sent when he answers again.",
            "Look whether the receiver runs and can be reached from the probe; the message says what it answered."),
    MESSAGES_LOST(
            Severity.MAJOR,
            "A receiver has been dead for so long that messages for it are let go",
            "What it was to be told longest ago it is never told. The log, the history and the other receivers have it.",
            "Make the receiver take messages again, or take it out of the configuration; read what it missed in the log."),
    SNMP_ENGINE_FAILING(
            Severity.MAJOR,
            "What SNMPv3's receivers know the probe by cannot be read or written",
            "Notifications go out, but receivers may ignore them: now, when the id is another, or after the next start.",
            "Look at the file `snmp-engine` of the `state` folder, at its disk and at who may write there."),
    JOURNAL_FAILING(
            Severity.CRITICAL,
            "The probe cannot write down what it tells",
            "Alerts are still told, but what is on its way is lost when the probe is stopped now.",
            "Look at the disk of the `state` folder: full, read-only, or owned by somebody else?"),
    FILES_EXHAUSTED(
            Severity.MAJOR,
            "The probe may open hardly any more files and connections",
            "What needs a new connection is not asked and not judged; receivers are told later, evidence is not kept.",
            "Raise the probe's limit of open files, or see which layer holds its connections: ls /proc/PID/fd | wc -l"),
    CLOCK_SET(
            Severity.MINOR,
            "The clock of the probe's machine was set while the probe ran",
            "The probe goes on by the time it had; if the new one is right, dates in alerts are wrong, and latencies may be.",
            "See which of the two is right (timedatectl); a clock that keeps its time for five minutes is followed."),
    NAMES_UNRESOLVED(
            Severity.MAJOR,
            "No host name gets an answer from the probe's name service",
            "Addresses that are known are asked on; what has none is not asked and not judged, and receivers may not be reached.",
            "Look at the name servers of the probe's host (/etc/resolv.conf, resolvectl) and at the way to them."),
    CERTIFICATE_FAILING(
            Severity.MAJOR,
            "The probe's own certificate ends soon, or a renewed one cannot be used",
            "When it has ended, browsers, scrapers and whoever else asks the probe over TLS is refused. Alerts are told all the same.",
            "Renew the files of `http.tls` (both of them) and see that the probe's user may read them; they are taken over within 10 s."),
    STORE_FAILING(
            Severity.MAJOR,
            "The history database does not take what the probe writes",
            "Dashboards made from it stand still. Alerts do not depend on it; its own log of them is filled in later.",
            "Look whether the database of `store.url` runs, has room, and lets the probe's user write."),
    CONFIGURATION_REFUSED(
            Severity.MINOR,
            "A saved configuration is broken and was not taken over",
            "The probe goes on with the configuration before it: what was changed is not watched.",
            "Run `rungwatch config lint` and mend what it names; a saved file takes effect within 2 s.");

    private final Severity severity;
    private final String summary;
    private final String impact;
    private final String action;

    OwnTrouble(Severity severity, String summary, String impact, String action) {
        this.severity = severity;
        this.summary = summary;
        this.impact = impact;
        this.action = action;
    }

    public String id() {
        return Json.word(this);
    }

    public Severity severity() {
        return severity;
    }

    public String summary() {
        return summary;
    }

    public String impact() {
        return impact;
    }

    public String action() {
        return action;
    }

    public String runbook() {
        return "docs/runbooks/" + id() + ".md";
    }

    /** By which it is known: `subject` says which of several has it, and is empty where there is one only. */
    public String key(String subject) {
        return "probe/" + id() + "/" + subject;
    }

    Fault fault(String subject, String message, Instant at) {
        String headline = "the probe itself" + (subject.isEmpty() ? "" : " · " + subject) + ": " + message;
        return new Fault(
                key(subject),
                new Fault.What(id(), severity, "probe", action, runbook()),
                new Fault.Place(
                        List.of(), "", "", "", "probe", subject.isEmpty() ? List.of() : List.of(subject), List.of()),
                new Fault.Words(message, headline, "", ""),
                Map.of(),
                List.of(),
                List.of(),
                at,
                at);
    }
}
