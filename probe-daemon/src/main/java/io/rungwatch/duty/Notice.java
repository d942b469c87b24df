package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fault as the outside is told of it, under one id from raise to clear, through flapping and restarts of the probe.
 *
 * @param flaps how often it came back within the same notice
 * @param escalatedTo whom it was told because nobody acknowledged it
 */
public record Notice(
        String id,
        Fault fault,
        int flaps,
        Optional<Acknowledgement> acknowledged,
        List<String> escalatedTo,
        Optional<Instant> clearedAt) {

    public enum State {
        FIRING,
        ACKNOWLEDGED,
        CLEARED
    }

    public State state() {
        if (clearedAt.isPresent()) {
            return State.CLEARED;
        }
        return acknowledged.isPresent() ? State.ACKNOWLEDGED : State.FIRING;
    }

    /** The same fault as it stands now; it began when it began. An acknowledgement is of what it was worth when it was given. */
    Notice now(Fault latest) {
        Fault same = latest.since(fault.since(), fault.raisedAt());
        Optional<Acknowledgement> still =
                acknowledged.filter(given -> latest.severity().compareTo(given.severity()) <= 0);
        return new Notice(id, same, flaps, still, escalatedTo, clearedAt);
    }

    Notice flapped(int times) {
        return new Notice(id, fault, times, acknowledged, escalatedTo, clearedAt);
    }

    Notice acknowledged(Acknowledgement given) {
        return new Notice(id, fault, flaps, Optional.of(given), escalatedTo, clearedAt);
    }

    Notice escalated(List<String> to) {
        Set<String> all = new LinkedHashSet<>(escalatedTo);
        all.addAll(to);
        return new Notice(id, fault, flaps, acknowledged, List.copyOf(all), clearedAt);
    }

    Notice cleared(Instant at) {
        return new Notice(id, fault, flaps, acknowledged, escalatedTo, Optional.of(at));
    }

    /** The address of what was recorded of it, below the API's root. */
    public String evidence() {
        return "/api/v1/alerts/" + id + "/evidence.har";
    }

    /** As the API, webhooks and logs show it: the contract with whoever reads them. */
    public Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = Json.object(
                "id", id,
                "check", fault.check(),
                "severity", fault.severity().word(),
                "team", fault.team(),
                "channel", fault.channels().size() == 1 ? fault.channel() : null,
                "channels", fault.channels(),
                "name", absent(fault.name()),
                "protocol", absent(fault.protocol()),
                "tier", absent(fault.tier()),
                "layer", fault.layer(),
                "rendition", absent(fault.rendition()),
                "state", Json.word(state()),
                "since", fault.since(),
                "raisedAt", fault.raisedAt(),
                "clearedAt", clearedAt,
                "message", fault.message(),
                "headline", fault.headline());
        view.put("facts", fault.facts());
        view.put("alsoAt", fault.alsoAt());
        view.put("consequences", fault.consequences());
        view.put("members", fault.members());
        view.put("flaps", flaps);
        view.put("acknowledged", acknowledged.map(Notice::view).orElse(null));
        view.put("escalatedTo", escalatedTo);
        view.put("action", fault.action());
        view.put("byHand", absent(fault.byHand()));
        view.put("runbook", fault.runbook());
        view.put("evidence", evidence());
        return view;
    }

    private static Map<String, @Nullable Object> view(Acknowledgement acknowledgement) {
        return Json.object(
                "by", acknowledgement.by(), "at", acknowledgement.at(), "note", absent(acknowledgement.note()));
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
