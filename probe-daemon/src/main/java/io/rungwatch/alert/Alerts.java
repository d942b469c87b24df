package io.rungwatch.alert;

import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps what the folds remember and tells what they decide. Holds no rule. A channel's memory is touched by the channel's own event loop
 * only; what the channels have in common is decided and told by one loop at a time, so that everybody is told in the same order.
 */
public final class Alerts implements Sink {
    private static final Comparator<Incident> WORST_THEN_OLDEST =
            Comparator.comparing(Incident::severity).reversed().thenComparing(Incident::raisedAt);

    private final InstantSource clock;
    private final Map<String, ChannelMemory> memories = new ConcurrentHashMap<>();
    private final Cleared cleared = new Cleared();
    private final Consumer<Change> ofChannels;
    private final List<Consumer<Notification>> listeners;
    private final Object telling = new Object();
    private volatile GroupMemory groups = GroupMemory.EMPTY;
    private volatile Instant groupsDue = Instant.MAX;

    /**
     * @param ofChannels hears of the alerts of every channel, whether a group tells them or not
     * @param listeners hear what the outside is told
     */
    public Alerts(InstantSource clock, Consumer<Change> ofChannels, List<Consumer<Notification>> listeners) {
        this.clock = clock;
        this.ofChannels = ofChannels;
        this.listeners = listeners;
    }

    /** Channels come, or come back with other layers. */
    public void watch(Collection<ChannelProfile> profiles) {
        profiles.forEach(profile -> memories.put(
                profile.channel(), ChannelMemory.empty(profile.channel(), profile.name(), profile.layers())));
        synchronized (telling) {
            groups = groups.watch(profiles);
        }
    }

    /** The same channel under another profile: what fires goes on firing until it is seen to be well. */
    public void adopt(ChannelProfile profile) {
        memories.computeIfPresent(profile.channel(), (id, memory) -> memory.called(profile.name()));
    }

    /** Time has jumped, and no channel is watched: groups come together again as after a start. */
    public void timeJumped() {
        synchronized (telling) {
            groups = GroupMemory.EMPTY;
            groupsDue = Instant.MAX;
        }
    }

    public void forgetChannel(String channel) {
        ChannelMemory memory = memories.remove(channel);
        if (memory != null) {
            Instant now = clock.instant();
            for (Alert alert : memory.firing()) {
                accept(new Change(Change.Kind.CLEARED, alert.cleared(now)), now);
            }
        }
        synchronized (telling) {
            groups = groups.forget(channel);
        }
    }

    @Override
    public void accept(PollReport report) {
        if (!report.at().isBefore(groupsDue)) {
            pass(report.at());
        }
        ChannelMemory memory = memories.get(report.where().channel());
        if (memory != null && AlertFold.concerns(memory, report)) {
            apply(AlertFold.decide(memory, report));
        }
    }

    /** What is watched no more can neither be wrong nor be clean: its alerts end with it. */
    @Override
    public void forget(Where where) {
        ChannelMemory memory = memories.get(where.channel());
        if (memory != null && memory.remembers(where)) {
            apply(AlertFold.forget(memory, where, clock.instant()));
        }
    }

    private void apply(AlertFold.Decision decision) {
        memories.put(decision.memory().channel(), decision.memory());
        decision.changes().forEach(change -> accept(change, decision.memory().latest()));
    }

    private void accept(Change change, Instant at) {
        if (change.kind() == Change.Kind.CLEARED) {
            cleared.add(change.alert());
        }
        ofChannels.accept(change);
        synchronized (telling) {
            apply(GroupFold.decide(groups, change, at));
        }
    }

    private void pass(Instant at) {
        synchronized (telling) {
            apply(GroupFold.pass(groups, at));
        }
    }

    private void apply(GroupFold.Decision decision) {
        groups = decision.memory();
        groupsDue = groups.due();
        for (Notification notification : decision.notifications()) {
            listeners.forEach(listener -> listener.accept(notification));
        }
    }

    /** As they are told: a group instead of its members. Worst first, then oldest. */
    public List<Incident> firing() {
        Map<String, Alert> latest = new HashMap<>();
        firingOfChannels().forEach(alert -> latest.put(alert.id(), alert));
        return groups.firing(alert -> latest.getOrDefault(alert.id(), alert)).stream()
                .sorted(WORST_THEN_OLDEST)
                .toList();
    }

    /** Each channel's own, whether a group tells it or not. */
    public List<Alert> firingOfChannels() {
        return memories.values().stream()
                .flatMap(memory -> memory.firing().stream())
                .sorted(WORST_THEN_OLDEST)
                .toList();
    }

    public List<Alert> clearedOfChannels() {
        return cleared.list();
    }

    public Optional<Group> groupOf(Alert alert) {
        return groups.groupOf(alert);
    }
}
