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
    /** The same places once more: a poll finds its own with one look. */
    private final Map<Where, PlaceStatus> places = new ConcurrentHashMap<>();

    public void watch(ChannelProfile profile) {
        channels.put(profile.channel(), new Watched(profile, new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    /** The same places under another profile. */
    public void adopt(ChannelProfile profile) {
        channels.computeIfPresent(
                profile.channel(), (id, known) -> new Watched(profile, known.places(), known.layers()));
    }

    public void forgetChannel(String channel) {
        Watched gone = channels.remove(channel);
        if (gone != null) {
            gone.places().keySet().forEach(places::remove);
        }
    }

    @Override
    public void accept(PollReport report) {
        if (report.outcome() instanceof Outcome.Sampled sampled) {
            sampled(report, sampled);
        }
        PlaceStatus known = places.get(report.where());
        if (!PlaceStatus.tells(report)) {
            return;
        } else if (known != null) {
            known.accept(report);
        } else {
            begin(report);
        }
    }

    private void sampled(PollReport report, Outcome.Sampled sampled) {
        LayerStatus layer = layer(report.where().channel(), report.where().layer());
        if (sampled instanceof Taken taken) {
            layer.accept(taken);
        } else if (sampled instanceof Measured measured) {
            layer.accept(measured);
        }
    }

    /** What the layer gives to the channel. */
    public LayerStatus layer(String channel, Layer layer) {
        Watched watched = channels.get(channel);
        return watched == null
                ? new LayerStatus()
                : watched.layers().computeIfAbsent(layer.name(), missing -> new LayerStatus());
    }

    private void begin(PollReport report) {
        Watched channel = channels.get(report.where().channel());
        if (channel != null) {
            PlaceStatus place = channel.places().computeIfAbsent(report.where(), PlaceStatus::new);
            places.put(report.where(), place);
            place.accept(report);
        }
    }

    @Override
    public void forget(Where where) {
        places.remove(where);
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
