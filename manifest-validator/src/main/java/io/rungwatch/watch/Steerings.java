package io.rungwatch.watch;

import io.rungwatch.check.Input;
import io.rungwatch.check.Steered;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.hls.ContentSteering;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.linked.Said;
import io.rungwatch.linked.SteeringManifest;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The servers that steer players from one CDN to another; they are asked as one asks that has just begun to play. */
final class Steerings implements Links {
    private static final Limits LIMITS = Limits.PLAYLIST.withBytes(Said.LARGEST);

    private final Catalogue catalogue;
    private final Sayings<SteeringManifest> sayings = new Sayings<>(SteeringManifest::read);
    private Supplier<Stream<Track>> entries = Stream::empty;

    Steerings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whose players are steered. */
    void of(Supplier<Stream<Track>> tracks) {
        entries = tracks;
    }

    @Override
    public Stream<Track> from() {
        return entries.get();
    }

    @Override
    public Collection<Url> named(Track track) {
        return track.document()
                .flatMap(manifest -> server(track, manifest))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Fetch fetch(Url url) {
        return Fetch.get(url, LIMITS);
    }

    @Override
    public Sayings<?> sayings() {
        return sayings;
    }

    @Override
    public boolean change() {
        return true;
    }

    @Override
    public void judge(Track track, Verdict verdict) {
        track.document().ifPresent(manifest -> judge(track, manifest, verdict));
    }

    void judge(Track track, Document manifest, Verdict verdict) {
        verdict.judged(Input.STEERING);
        if (catalogue.asksForSteering() && steers(manifest)) {
            Optional<Url> server = server(track, manifest);
            catalogue.judge(new Steered(manifest, server.map(sayings::of).orElse(null)), verdict);
        }
    }

    private static boolean steers(Document manifest) {
        return manifest instanceof MultivariantPlaylist playlist && playlist.contentSteering() != null
                || manifest instanceof Mpd mpd && mpd.steering() != null;
    }

    /** What makes no URL, or holds its answer in itself, is not asked for. */
    private static Optional<Url> server(Track track, Document manifest) {
        if (manifest instanceof MultivariantPlaylist playlist && playlist.contentSteering() != null) {
            ContentSteering steering = playlist.contentSteering();
            return url(track, steering.serverUri()).map(url -> on(url, steering));
        }
        return manifest instanceof Mpd mpd && mpd.steering() != null
                ? url(track, mpd.steering().url())
                : Optional.empty();
    }

    private static Optional<Url> url(Track track, @Nullable String written) {
        return written == null || written.isBlank() ? Optional.empty() : Links.address(track, written);
    }

    /** As a player asks that has begun there. */
    private static Url on(Url server, ContentSteering steering) {
        String pathway = steering.pathwayId();
        if (pathway == null || !pathway.matches("[A-Za-z0-9._-]+")) {
            return server;
        }
        String query = server.query().isEmpty() ? "?" : "?" + server.query() + "&";
        try {
            return server.resolve(query + "_HLS_pathway=" + pathway);
        } catch (BadUrl e) {
            return server;
        }
    }
}
