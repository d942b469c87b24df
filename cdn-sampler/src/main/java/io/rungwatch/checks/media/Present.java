package io.rungwatch.checks.media;

import io.rungwatch.media.AudioRun;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.PackedAudio;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Track;
import io.rungwatch.media.TransportStream;
import io.rungwatch.round.Portion;
import java.util.List;

/** How much of a kind of stream is in a segment. */
final class Present {
    private static final double SOME = 0.1;

    enum How {
        THERE,
        /** Announced, and without content. */
        SILENT,
        /** Not even announced. */
        ABSENT,
        /** Scrambled, or nobody says which stream is which. */
        UNKNOWN
    }

    private Present() {}

    static How of(Portion portion, Sort sort) {
        if (portion.look() instanceof TransportStream ts) {
            return of(portion, ts, sort);
        } else if (portion.look() instanceof Fragmented mp4) {
            return of(portion, mp4, sort);
        } else if (portion.look() instanceof PackedAudio packed) {
            return sort == Sort.VIDEO ? How.ABSENT : packed.audio().isPresent() ? How.THERE : How.SILENT;
        }
        return How.UNKNOWN;
    }

    private static How of(Portion portion, TransportStream ts, Sort sort) {
        if (ts.tables().map().isEmpty()) {
            return How.UNKNOWN;
        }
        boolean announced =
                ts.tables().streams().anyMatch(stream -> stream.kind().sort() == sort);
        if (!announced) {
            boolean nameless = ts.tables().streams().anyMatch(stream -> stream.kind() == StreamKind.OTHER);
            return nameless ? How.UNKNOWN : How.ABSENT;
        }
        return ts.all(sort).anyMatch(pid -> pid.scrambled() > 0 || hasContent(portion, pid)) ? How.THERE : How.SILENT;
    }

    /** A tenth of it will do: sound may end before the picture does. */
    private static boolean hasContent(Portion portion, Pid pid) {
        double counted = pid.audio().map(AudioRun::seconds).orElse(Double.MAX_VALUE);
        return pid.pes().isPresent() && counted >= SOME * Opened.listed(portion);
    }

    private static How of(Portion portion, Fragmented mp4, Sort sort) {
        List<Track> tracks = Opened.tracks(portion);
        List<Track> meant = Opened.tracks(portion, sort).toList();
        if (tracks.isEmpty() || mp4.fragments().moofs() == 0) {
            return How.UNKNOWN;
        }
        if (meant.isEmpty()) {
            return How.ABSENT;
        }
        boolean there = mp4.tracks().stream()
                .anyMatch(run -> run.samples() > 0 && meant.stream().anyMatch(track -> track.id() == run.trackId()));
        return there ? How.THERE : How.SILENT;
    }
}
