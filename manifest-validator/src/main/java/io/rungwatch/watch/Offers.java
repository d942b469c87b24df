package io.rungwatch.watch;

import io.rungwatch.check.Offered;
import io.rungwatch.check.Rendition;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.hls.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a channel lists at present, at every layer: the choice of whoever takes samples. Worked out for what is asked for only. */
public final class Offers {
    private record Seat(Subject subject, int place) {}

    private final ChannelWatch watch;
    private final MpdNames names;
    /** Renditions of an MPD, which has one track for all of them. */
    private final Map<Seat, Where> places = new HashMap<>();

    private Instant now = Instant.EPOCH;

    Offers(ChannelWatch watch) {
        this.watch = watch;
        this.names = new MpdNames(watch.profile().ladder());
    }

    Offers at(Instant when) {
        now = when;
        return this;
    }

    /** What is listed anywhere, in the manifests' own order. */
    public List<Subject> subjects() {
        Set<Subject> subjects = new LinkedHashSet<>();
        for (LayerWatch layer : watch.layers()) {
            for (Track track : layer.playlists()) {
                if (isReadable(track)) {
                    subjects.add(new Subject(Protocol.HLS, track.where().rendition()));
                }
            }
            mpd(layer)
                    .ifPresent(mpd -> names.of(mpd)
                            .keySet()
                            .forEach(rendition -> subjects.add(new Subject(Protocol.DASH, rendition))));
        }
        return List.copyOf(subjects);
    }

    /** One of them at each layer that lists it, upstream first. */
    public List<Offer> of(Subject subject) {
        List<Offer> offers = new ArrayList<>();
        for (LayerWatch layer : watch.layers()) {
            offer(layer, subject).ifPresent(offers::add);
        }
        return offers;
    }

    private Optional<Offer> offer(LayerWatch layer, Subject subject) {
        return subject.protocol() == Protocol.HLS ? hls(layer, subject) : dash(layer, subject);
    }

    private Optional<Offer> hls(LayerWatch layer, Subject subject) {
        Track track = layer.track(subject.rendition());
        if (track == null || !isReadable(track) || track.timeline().current().isEmpty()) {
            return Optional.empty();
        }
        MediaPlaylist playlist = track.timeline().current().get();
        return Optional.of(new Offer(
                track.where(),
                manifest(layer, track),
                track.url(),
                layer.place(),
                layer.promises().of(track),
                Offerings.of(playlist, track.base(), track.timeline().changedAt(), track.asked),
                watch.targetDuration(track.round())));
    }

    private Optional<Offer> dash(LayerWatch layer, Subject subject) {
        Optional<Mpd> mpd = mpd(layer);
        io.rungwatch.dash.Track found =
                mpd.map(names::of).map(all -> all.get(subject.rendition())).orElse(null);
        Track track = layer.mpd();
        if (found == null || track == null) {
            return Optional.empty();
        }
        PeriodView period = mpd.get().presentation().periods().getLast();
        List<Offered> segments =
                Offerings.of(found, period, track.base(), now, track.mpds().changedAt(), track.asked);
        return Optional.of(new Offer(
                where(layer, subject),
                manifest(layer, track),
                track.url(),
                layer.place(),
                Promises.of(found),
                segments,
                watch.targetDuration(track.round())));
    }

    /** Of both protocols that of HLS, so that it is told once. */
    private static Where manifest(LayerWatch layer, Track otherwise) {
        Track entry = layer.track(Rendition.ENTRY);
        return entry == null ? otherwise.where() : entry.where();
    }

    private Where where(LayerWatch layer, Subject subject) {
        return places.computeIfAbsent(
                new Seat(subject, layer.place()),
                missing -> new Where(watch.profile().channel(), Protocol.DASH, layer.layer(), subject.rendition()));
    }

    /** Of an MPD's renditions, those that it names no more. */
    List<Where> takeGone() {
        if (places.isEmpty()) {
            return List.of();
        }
        Set<Subject> stay = Set.copyOf(subjects());
        List<Where> gone = places.entrySet().stream()
                .filter(place -> !stay.contains(place.getKey().subject()))
                .map(Map.Entry::getValue)
                .toList();
        places.keySet().removeIf(seat -> !stay.contains(seat.subject()));
        return gone;
    }

    private static Optional<Mpd> mpd(LayerWatch layer) {
        Track track = layer.mpd();
        return track == null || !isReadable(track)
                ? Optional.empty()
                : track.mpds().current();
    }

    private static boolean isReadable(Track track) {
        return track.document().isPresent() && track.failures == 0;
    }

    /** The track that an offer was made of; null when it is watched no more. */
    @Nullable
    Track track(Offer offer) {
        LayerWatch layer = watch.layers().get(offer.place());
        return offer.where().protocol() == Protocol.DASH
                ? layer.mpd()
                : layer.track(offer.where().rendition());
    }
}
