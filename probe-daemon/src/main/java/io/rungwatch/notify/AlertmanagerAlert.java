package io.rungwatch.notify;

import io.rungwatch.check.Times;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notice as an Alertmanager has it.
 *
 * @param labels what is routed, grouped and silenced by. Of these `severity`, `team`, `tier` and `layer` may change while it fires;
 *     renditions, which come and go with a fault, are only told
 * @param page where it can be looked at; empty where nobody knows how the probe is reached
 */
record AlertmanagerAlert(
        Map<String, String> labels, Map<String, String> annotations, Instant since, Optional<String> page) {
    private static final Pattern WORD = Pattern.compile("(?:^|_)([a-z0-9])");

    static AlertmanagerAlert of(Notice notice, Links links) {
        Fault fault = notice.fault();
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", camelCase(fault.check()));
        labels.put("alert_id", notice.id());
        labels.put("check", fault.check());
        labels.put("severity", fault.severity().word());
        labels.put("team", fault.team());
        labels.put("protocol", fault.place().protocol());
        labels.put("tier", fault.place().tier());
        labels.put("layer", fault.layer());
        labels.put("channel", fault.channels().size() == 1 ? fault.channel() : "");
        return new AlertmanagerAlert(
                said(labels), said(annotations(notice, links)), fault.since(), links.page(notice.id()));
    }

    private static Map<String, String> annotations(Notice notice, Links links) {
        Fault fault = notice.fault();
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", fault.words().headline());
        annotations.put("description", fault.words().message());
        annotations.put("channels", fault.channels().size() == 1 ? "" : fault.channel());
        annotations.put("renditions", fault.rendition());
        annotations.put("also_at", String.join(", ", fault.place().alsoAt()));
        annotations.put("explains", String.join(", ", fault.consequences()));
        annotations.put("action", fault.what().action());
        annotations.put("by_hand", fault.words().byHand());
        annotations.put("runbook_url", links.runbook(fault.what().runbook()));
        annotations.put("evidence", links.evidence(notice).orElse(""));
        annotations.put("since", fault.since().toString());
        notice.acknowledged().ifPresent(who -> annotations.put("acknowledged", who.by() + ": " + who.note()));
        return annotations;
    }

    /** Always fires while the probe lives: who routes it to a dead man's switch hears of it when it stops. */
    static AlertmanagerAlert watchdog(String probe, Heartbeat heartbeat) {
        return new AlertmanagerAlert(
                Map.of("alertname", "RungwatchWatchdog", "severity", "none", "probe", probe),
                Map.of(
                        "summary",
                        "Rungwatch on " + probe + " lives and watches " + heartbeat.channels() + " channels",
                        "description",
                        "Always fires. When it stops, nobody watches: look at the probe. Up for "
                                + Times.text(heartbeat.up())),
                heartbeat.at().minus(heartbeat.up()),
                Optional.empty());
    }

    /** As it is posted. An end before the beginning, which clocks that were set can make, is refused by an Alertmanager. */
    Map<String, @Nullable Object> until(Instant end) {
        Map<String, @Nullable Object> alert = Json.object(
                "labels", labels,
                "annotations", annotations,
                "startsAt", since,
                "endsAt", end.isBefore(since) ? since : end);
        page.ifPresent(address -> alert.put("generatorURL", address));
        return alert;
    }

    /** An empty label is none. */
    private static Map<String, String> said(Map<String, String> values) {
        values.values().removeIf(String::isEmpty);
        return Map.copyOf(values);
    }

    private static String camelCase(String id) {
        return WORD.matcher(id).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
