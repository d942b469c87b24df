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
 * @param lapsed who had it in hand until it got worse: in the message that says so, and in none after it
 * @param escalatedTo whom it was told because nobody acknowledged it
 * @param silence that keeps it from being told; of one that is over, that kept it at its end
 * @param held it is well and not over yet, because it comes and goes; said to whoever asks what is open, and never remembered
 */
public record Notice(
        String id,
        Fault fault,
        int flaps,
        Optional<Acknowledgement> acknowledged,
        Optional<Acknowledgement> lapsed,
        List<String> escalatedTo,
        Optional<Silence> silence,
        Optional<Instant> clearedAt,
        Optional<Held> held) {

    /** Well since then, and over at the end, unless it is seen before. */
    public record Held(Instant since, Instant until) {}

    public Notice(
            String id,
            Fault fault,
            int flaps,
            Optional<Acknowledgement> acknowledged,
            Optional<Acknowledgement> lapsed,
            List<String> escalatedTo,
            Optional<Silence> silence,
            Optional<Instant> clearedAt) {
        this(id, fault, flaps, acknowledged, lapsed, escalatedTo, silence, clearedAt, Optional.empty());
    }

    public enum State {
        FIRING,
        ACKNOWLEDGED,
        SILENCED,
        CLEARED
    }

    static Notice raised(String id, Fault fault) {
        return new Notice(
                id, fault, 0, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    public State state() {
        if (clearedAt.isPresent()) {
            return State.CLEARED;
        }
        if (silence.isPresent()) {
            return State.SILENCED;
        }
        return acknowledged.isPresent() ? State.ACKNOWLEDGED : State.FIRING;
    }

    /** The same fault as it stands now; it began when it began. An acknowledgement is of what it was worth when it was given. */
    Notice now(Fault latest) {
        Fault same = latest.since(fault.since(), fault.raisedAt());
        Optional<Acknowledgement> still =
                acknowledged.filter(given -> latest.severity().compareTo(given.severity()) <= 0);
        boolean lapses = acknowledged.isPresent() && still.isEmpty();
        return new Notice(id, same, flaps, still, lapses ? acknowledged : lapsed, escalatedTo, silence, clearedAt);
    }

    /** Everybody has heard of it that nobody has it in hand any more. */
    Notice settled() {
        return lapsed.isEmpty()
                ? this
                : new Notice(id, fault, flaps, acknowledged, Optional.empty(), escalatedTo, silence, clearedAt);
    }

    Notice flapped(int times) {
        return new Notice(id, fault, times, acknowledged, lapsed, escalatedTo, silence, clearedAt);
    }

    Notice acknowledged(Acknowledgement given) {
        return new Notice(id, fault, flaps, Optional.of(given), Optional.empty(), escalatedTo, silence, clearedAt);
    }

    Notice escalated(List<String> to) {
        Set<String> all = new LinkedHashSet<>(escalatedTo);
        all.addAll(to);
        return new Notice(id, fault, flaps, acknowledged, lapsed, List.copyOf(all), silence, clearedAt);
    }

    Notice silenced(Optional<Silence> by) {
        return new Notice(id, fault, flaps, acknowledged, lapsed, escalatedTo, by, clearedAt);
    }

    /** Of a group that is over, what it told until then still leads to what was recorded. */
    Notice over(Fault last) {
        Set<String> members = new LinkedHashSet<>(fault.members());
        members.addAll(last.members());
        return now(last.with(List.copyOf(members)));
    }

    Notice cleared(Instant at) {
        return new Notice(id, fault, flaps, acknowledged, lapsed, escalatedTo, silence, Optional.of(at));
    }

    Notice held(Held well) {
        return new Notice(id, fault, flaps, acknowledged, lapsed, escalatedTo, silence, clearedAt, Optional.of(well));
    }

    /** As the API, webhooks and logs show it: the contract with whoever reads them. */
    public Map<String, @Nullable Object> view(Links links) {
        Map<String, @Nullable Object> view = Json.object(
                "id", id,
                "check", fault.check(),
                "severity", fault.severity().word(),
                "team", fault.team(),
                "channel", fault.channels().size() == 1 ? fault.channel() : null,
                "channels", fault.channels(),
                "name", absent(fault.place().name()),
                "protocol", absent(fault.place().protocol()),
                "tier", absent(fault.place().tier()),
                "layer", fault.layer(),
                "rendition", absent(fault.rendition()),
                "state", Json.word(state()),
                "since", fault.since(),
                "raisedAt", fault.raisedAt(),
                "clearedAt", clearedAt,
                "message", fault.words().message(),
                "headline", fault.words().headline());
        view.put("facts", fault.facts());
        view.put("alsoAt", fault.place().alsoAt());
        view.put("consequences", fault.consequences());
        view.put("members", fault.members());
        view.put("flaps", flaps);
        held.ifPresent(well -> view.put("held", Json.object("since", well.since(), "until", well.until())));
        view.put("acknowledged", acknowledged.map(Notice::view).orElse(null));
        view.put("lapsed", lapsed.map(Notice::view).orElse(null));
        view.put("escalatedTo", escalatedTo);
        view.put("silence", silence.map(Silence::view).orElse(null));
        view.put("action", fault.what().action());
        view.put("byHand", absent(fault.words().byHand()));
        view.put("runbook", links.runbook(fault.what().runbook()));
        view.put("evidence", links.evidence(this).orElse(null));
        return view;
    }

    public static Map<String, @Nullable Object> view(Acknowledgement acknowledgement) {
        return Json.object(
                "by", acknowledgement.by(), "at", acknowledgement.at(), "note", absent(acknowledgement.note()));
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
