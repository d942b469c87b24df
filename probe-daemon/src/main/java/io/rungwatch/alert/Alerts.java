package io.rungwatch.alert;

import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps what the fold remembers, per channel, and tells the listeners what it decides. Holds no rule. */
public final class Alerts implements Sink {
    private static final int HISTORY = 1000;

    private final InstantSource clock;
    private final Map<String, ChannelMemory> memories = new ConcurrentHashMap<>();
    private final Deque<Alert> cleared = new ArrayDeque<>();
    private final List<Consumer<Notification>> listeners;

    public Alerts(InstantSource clock, List<Consumer<Notification>> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    /** A channel comes, or comes back with other layers. */
    public void watch(ChannelProfile profile) {
        memories.put(profile.channel(), ChannelMemory.empty(profile.channel(), profile.name(), profile.layers()));
    }

    public void forgetChannel(String channel) {
        ChannelMemory memory = memories.remove(channel);
        if (memory != null) {
            for (Alert alert : memory.firing()) {
                tell(new Notification(Notification.Kind.CLEARED, alert.cleared(clock.instant())));
            }
        }
    }

    @Override
    public void accept(PollReport report) {
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
        decision.notifications().forEach(this::tell);
    }

    private void tell(Notification notification) {
        if (notification.kind() == Notification.Kind.CLEARED) {
            remember(notification.alert());
        }
        listeners.forEach(listener -> listener.accept(notification));
    }

    /** Worst first, then oldest. */
    public List<Alert> firing() {
        return memories.values().stream()
                .flatMap(memory -> memory.firing().stream())
                .sorted(Comparator.comparing(Alert::severity).reversed().thenComparing(Alert::raisedAt))
                .toList();
    }

    /** Newest first. */
    public List<Alert> cleared() {
        synchronized (cleared) {
            return new ArrayList<>(cleared);
        }
    }

    private void remember(Alert alert) {
        synchronized (cleared) {
            cleared.addFirst(alert);
            if (cleared.size() > HISTORY) {
                cleared.removeLast();
            }
        }
    }
}
