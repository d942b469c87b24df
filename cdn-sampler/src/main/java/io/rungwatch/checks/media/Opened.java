package io.rungwatch.checks.media;

import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Init;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Track;
import io.rungwatch.media.TransportStream;
import io.rungwatch.round.InitRead;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of thing a segment turned out to be. */
final class Opened {
    private static final String PICTURES = "vide";
    private static final String SOUND = "soun";
    private static final String WHOLE = "AES-128";

    private Opened() {}

    static Optional<TransportStream> ts(Portion portion) {
        return portion.look() instanceof TransportStream ts ? Optional.of(ts) : Optional.empty();
    }

    static Optional<Fragmented> mp4(Portion portion) {
        return portion.look() instanceof Fragmented mp4 ? Optional.of(mp4) : Optional.empty();
    }

    /** Where bytes are missing or others, what they say of times is not to be believed. */
    static boolean isDamaged(Portion portion) {
        return ts(portion).map(TransportStream::framing).stream()
                        .anyMatch(framing -> framing.syncLosses() > 0 || framing.trailing() > 0)
                || mp4(portion).flatMap(Fragmented::fault).isPresent();
    }

    /** MPEG-TS that is not damaged. */
    static Optional<TransportStream> wholeTs(Portion portion) {
        return ts(portion).filter(ts -> !isDamaged(portion));
    }

    /** The init section in it, or the one that it was read with. */
    static Optional<Init> init(Portion portion) {
        return mp4(portion).flatMap(Fragmented::init).or(() -> portion.init().map(InitRead::init));
    }

    static List<Track> tracks(Portion portion) {
        return init(portion).map(Init::tracks).orElse(List.of());
    }

    static Stream<Track> tracks(Portion portion, Sort sort) {
        return tracks(portion).stream().filter(track -> sort(track) == sort);
    }

    static Sort sort(Track track) {
        return switch (track.handler()) {
            case PICTURES -> Sort.VIDEO;
            case SOUND -> Sort.AUDIO;
            case "subt", "text" -> Sort.SUBTITLE;
            default -> Sort.DATA;
        };
    }

    /** Encrypted from its first byte to its last: nothing is to be seen in it. */
    static boolean isHidden(Portion portion) {
        return portion.segment().encryption().equals(WHOLE);
    }

    static boolean isClear(Portion portion) {
        return portion.segment().encryption().isEmpty();
    }

    /** MPDs say on the clock of the media itself when a segment begins; playlists do not. */
    static boolean isHls(Portion portion) {
        return portion.segment().mediaTime().isEmpty();
    }

    static double listed(Portion portion) {
        return portion.segment().listed().duration() / 1e9;
    }
}
