package io.rungwatch.alert;

import io.rungwatch.alert.GroupMemory.Trouble;
import io.rungwatch.alert.Notification.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fold above the channels' folds: where many channels raise the same check at the same layer, one group is told instead of them. The
 * first few are told at once, for nobody knows yet that more will follow, and are merged when the group comes together. What joins or
 * leaves later is told a minute after it began, all at once. A group that has become small breaks up after a while: what still fires
 * then is told by itself again.
 */
final class GroupFold {
    private GroupFold() {}

    record Decision(GroupMemory memory, List<Notification> notifications) {}

    static Decision decide(GroupMemory memory, Change change, Instant at) {
        Alert alert = change.alert();
        Instant now = later(at, memory.latest());
        Map<Trouble, Crowd> touched = new LinkedHashMap<>();
        boolean fires = change.kind() != Change.Kind.CLEARED;
        if (fires) {
            Trouble trouble = Trouble.of(alert);
            touched.put(
                    trouble, memory.crowds().getOrDefault(trouble, Crowd.EMPTY).with(alert, now));
        }
        memory.crowds().forEach((trouble, crowd) -> {
            if (crowd.has(alert) && !touched.containsKey(trouble)) {
                touched.put(trouble, crowd.without(alert));
            }
        });
        return settle(memory, touched, fires ? Optional.empty() : Optional.of(alert), now);
    }

    /** Time passes. */
    static Decision pass(GroupMemory memory, Instant at) {
        Instant now = later(at, memory.latest());
        Map<Trouble, Crowd> groups = new LinkedHashMap<>(memory.crowds());
        groups.values().removeIf(crowd -> crowd.standing().isEmpty());
        return settle(memory, groups, Optional.empty(), now);
    }

    private static Decision settle(
            GroupMemory memory, Map<Trouble, Crowd> touched, Optional<Alert> cleared, Instant now) {
        Map<Trouble, Crowd> settled = new LinkedHashMap<>();
        List<Notification> told = new ArrayList<>();
        Map<String, Alert> before = new LinkedHashMap<>();
        Map<String, Alert> after = new LinkedHashMap<>();
        touched.forEach((trouble, crowd) -> {
            Crowd was = memory.crowds().getOrDefault(trouble, Crowd.EMPTY);
            Crowd is = crowd.settle(memory.watchedAt(trouble.layer()), now);
            settled.put(trouble, is);
            group(was, is, now).ifPresent(told::add);
            was.single().forEach(alert -> before.put(alert.id(), alert));
            is.single().forEach(alert -> after.put(alert.id(), alert));
        });
        singles(before, after, cleared, told);
        told.sort(Comparator.comparing(Notification::kind));
        return new Decision(memory.with(settled, now), told);
    }

    private static Optional<Notification> group(Crowd was, Crowd is, Instant now) {
        if (was.standing().isEmpty()) {
            return is.standing().map(standing -> new Notification(Kind.RAISED, standing.told()));
        }
        Crowd.Standing before = was.standing().get();
        if (is.standing().isEmpty()) {
            return Optional.of(new Notification(Kind.CLEARED, before.group().cleared(is.alerts(), now)));
        }
        return is.standing()
                .filter(standing -> !standing.told().looksLike(before.told()))
                .map(standing -> new Notification(Kind.CHANGED, standing.told()));
    }

    private static void singles(
            Map<String, Alert> before, Map<String, Alert> after, Optional<Alert> cleared, List<Notification> told) {
        after.forEach((id, alert) -> {
            Alert known = before.get(id);
            if (known == null) {
                told.add(new Notification(Kind.RAISED, alert));
            } else if (!alert.looksLike(known)) {
                told.add(new Notification(Kind.CHANGED, alert));
            }
        });
        before.forEach((id, alert) -> {
            if (!after.containsKey(id)) {
                told.add(cleared.filter(last -> last.id().equals(id))
                        .map(last -> new Notification(Kind.CLEARED, last))
                        .orElseGet(() -> new Notification(Kind.MERGED, alert)));
            }
        });
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
