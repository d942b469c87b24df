package io.rungwatch.status;

import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Measured;
import io.rungwatch.round.Taken;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the last that was seen of everything, for the API and the pages. */
public final class Status implements Sink {
    private record Watched(ChannelProfile profile, Map<Where, PlaceStatus> places, Map<String, LayerStatus> layers) {}

    private final Map<String, Watched> channels = new ConcurrentHashMap<>();

    public void watch(ChannelProfile profile) {
        channels.put(profile.channel(), new Watched(profile, new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    public void forgetChannel(String channel) {
        channels.remove(channel);
    }

    @Override
    public void accept(PollReport report) {
        Watched channel = channels.get(report.where().channel());
        if (channel == null) {
            return;
        }
        if (report.outcome() instanceof Outcome.Sampled sampled) {
            sampled(layer(channel, report.where().layer()), sampled);
        }
        if (PlaceStatus.tells(report)) {
            place(channel, report.where()).accept(report);
        }
    }

    private static void sampled(LayerStatus layer, Outcome.Sampled sampled) {
        if (sampled instanceof Taken taken) {
            layer.accept(taken);
        } else if (sampled instanceof Measured measured) {
            layer.accept(measured);
        }
    }

    private static LayerStatus layer(Watched channel, Layer layer) {
        return channel.layers().computeIfAbsent(layer.name(), missing -> new LayerStatus());
    }

    /** What the layer gives to the channel. */
    public LayerStatus layer(String channel, Layer layer) {
        Watched watched = channels.get(channel);
        return watched == null ? new LayerStatus() : layer(watched, layer);
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
