package io.rungwatch.status;

import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the last that was seen of everything, for the API and the pages. */
public final class Status implements Sink {
    private record Watched(ChannelProfile profile, Map<Where, PlaceStatus> places) {}

    private final Map<String, Watched> channels = new ConcurrentHashMap<>();

    public void watch(ChannelProfile profile) {
        channels.put(profile.channel(), new Watched(profile, new ConcurrentHashMap<>()));
    }

    /** The same places under another profile. */
    public void adopt(ChannelProfile profile) {
        channels.computeIfPresent(profile.channel(), (id, known) -> new Watched(profile, known.places()));
    }

    public void forgetChannel(String channel) {
        channels.remove(channel);
    }

    @Override
    public void accept(PollReport report) {
        Watched channel = channels.get(report.where().channel());
        if (channel != null) {
            place(channel, report.where()).accept(report);
        }
    }

    private static PlaceStatus place(Watched channel, Where where) {
        PlaceStatus known = channel.places().get(where);
        return known != null ? known : channel.places().computeIfAbsent(where, PlaceStatus::new);
    }

    @Override
    public void forget(Where where) {
        Watched channel = channels.get(where.channel());
        if (channel != null) {
            channel.places().remove(where);
        }
    }

    /** By name. */
    public List<ChannelProfile> channels() {
        return channels.values().stream()
                .map(Watched::profile)
                .sorted(Comparator.comparing(ChannelProfile::channel))
                .toList();
    }

    public Optional<ChannelProfile> channel(String id) {
        return Optional.ofNullable(channels.get(id)).map(Watched::profile);
    }

    /** Renditions in the order of their kind and name, layers upstream first. */
    public List<PlaceStatus> places(String channel) {
        Watched watched = channels.get(channel);
        if (watched == null) {
            return List.of();
        }
        Comparator<PlaceStatus> byRendition = Comparator.comparing(
                        (PlaceStatus p) -> p.where().rendition().kind())
                .thenComparing(p -> rung(watched.profile(), p))
                .thenComparing(p -> p.where().rendition().name());
        return watched.places().values().stream()
                .sorted(byRendition.thenComparing(
                        p -> watched.profile().layers().indexOf(p.where().layer())))
                .toList();
    }

    private static int rung(ChannelProfile profile, PlaceStatus place) {
        for (int i = 0; i < profile.ladder().size(); i++) {
            if (profile.ladder().get(i).rung().equals(place.where().rendition().name())) {
                return i;
            }
        }
        return profile.ladder().size();
    }
}
