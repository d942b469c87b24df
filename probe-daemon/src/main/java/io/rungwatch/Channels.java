package io.rungwatch;

import io.rungwatch.alert.Alerts;
import io.rungwatch.drive.Loops;
import io.rungwatch.metrics.Metrics;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.status.Status;
import io.rungwatch.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The channels that are watched: who comes and who goes, and all that has to know of it. */
final class Channels {
    private final Map<String, ChannelProfile> watched;
    private final Loops loops;
    private final Alerts alerts;
    private final Status status;
    private final Metrics metrics;
    private final Telling telling;
    private final Optional<Store> store;

    /** @param watched is kept up to date */
    Channels(
            Map<String, ChannelProfile> watched,
            Loops loops,
            Alerts alerts,
            Status status,
            Metrics metrics,
            Telling telling,
            Optional<Store> store) {
        this.watched = watched;
        this.loops = loops;
        this.alerts = alerts;
        this.status = status;
        this.metrics = metrics;
        this.telling = telling;
        this.store = store;
    }

    /**
     * Those are watched from now on. Channels of which only the expectations changed go on, and so do their alerts until somebody looks
     * again; those that are to be asked for something else start afresh; the others do not notice.
     *
     * @param afresh all of them start so
     */
    void become(List<ChannelProfile> profiles, boolean afresh) {
        Map<String, ChannelProfile> wanted = new LinkedHashMap<>();
        profiles.forEach(profile -> wanted.put(profile.channel(), profile));
        List<ChannelProfile> leaving = List.copyOf(watched.values()).stream()
                .filter(profile -> afresh || !goesOn(profile, wanted.get(profile.channel())))
                .toList();
        telling.duty()
                .anew(names(leaving.stream()
                        .filter(profile -> wanted.containsKey(profile.channel()))
                        .toList()));
        leaving.forEach(this::leave);
        come(wanted.values().stream()
                .filter(profile -> !watched.containsKey(profile.channel()))
                .toList());
    }

    /** All are watched anew, as after a restart; what was open stays open until somebody has looked. */
    void anew(Runnable whileNobodyIsWatched) {
        List<ChannelProfile> all = List.copyOf(watched.values());
        telling.duty().anew(names(all));
        all.forEach(this::leave);
        whileNobodyIsWatched.run();
        come(all);
    }

    private static Set<String> names(List<ChannelProfile> profiles) {
        return profiles.stream().map(ChannelProfile::channel).collect(Collectors.toUnmodifiableSet());
    }

    private boolean goesOn(ChannelProfile before, @Nullable ChannelProfile now) {
        if (now == null || before.equals(now)) {
            return now != null;
        }
        boolean adopted = before.watchesLike(now)
                && loops.adopt(now, () -> alerts.adopt(now)).join();
        if (adopted) {
            watched.put(now.channel(), now);
            status.adopt(now);
            metrics.adopt(now);
        }
        return adopted;
    }

    private void come(List<ChannelProfile> coming) {
        alerts.watch(coming);
        for (ChannelProfile profile : coming) {
            watched.put(profile.channel(), profile);
            metrics.watch(profile);
            status.watch(profile);
            store.ifPresent(history -> history.history().watch(profile));
            loops.add(profile);
        }
    }

    private void leave(ChannelProfile profile) {
        String channel = profile.channel();
        watched.remove(channel);
        loops.remove(channel).join();
        alerts.forgetChannel(channel);
        status.forgetChannel(channel);
        telling.recorder().forgetChannel(channel);
        store.ifPresent(history -> history.history().forgetChannel(channel));
        metrics.forgetChannel(channel);
    }
}
