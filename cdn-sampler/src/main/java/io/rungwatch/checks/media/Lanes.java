package io.rungwatch.checks.media;

import io.rungwatch.media.AudioRun;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.PackedAudio;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Ticks;
import io.rungwatch.media.Track;
import io.rungwatch.media.TrackRun;
import io.rungwatch.media.TransportStream;
import io.rungwatch.round.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The streams of pictures and sound in a segment, as far as their times can be told. */
final class Lanes {
    private static final double PTS = Ticks.PTS_PER_SECOND;
    private static final double TURN = (1L << Ticks.PTS_BITS) / PTS;
    private static final int SHORT_BITS = 32;

    private Lanes() {}

    static List<Lane> of(Portion portion) {
        List<Lane> lanes = new ArrayList<>();
        if (Opened.isDamaged(portion)) {
            return lanes;
        } else if (portion.look() instanceof TransportStream ts) {
            Stream.of(Sort.VIDEO, Sort.AUDIO)
                    .forEach(sort -> ts.all(sort).forEach(pid -> of(sort, pid).ifPresent(lanes::add)));
        } else if (portion.look() instanceof Fragmented mp4) {
            mp4.tracks().forEach(run -> of(portion, run).ifPresent(lanes::add));
        } else if (portion.look() instanceof PackedAudio packed) {
            of(packed).ifPresent(lanes::add);
        }
        return lanes;
    }

    static Optional<Lane> of(Portion portion, Sort sort) {
        return of(portion).stream().filter(lane -> lane.sort() == sort).findFirst();
    }

    /** The pictures; of what has none, the sound. */
    static Optional<Lane> main(Portion portion) {
        return of(portion, Sort.VIDEO).or(() -> of(portion, Sort.AUDIO));
    }

    /** The same stream in another segment. */
    static Optional<Lane> like(Lane lane, Portion other) {
        return of(other).stream()
                .filter(candidate -> candidate.id() == lane.id() && candidate.sort() == lane.sort())
                .findFirst();
    }

    private static Optional<Lane> of(Sort sort, Pid pid) {
        return pid.pes().flatMap(Pes::timing).map(timing -> {
            // Packets of sound hold several frames: only these can be counted.
            double duration = pid.audio().map(AudioRun::seconds).orElse(timing.duration() / PTS);
            double frame = pid.audio().map(Lanes::frame).orElse(timing.medianStep() / PTS);
            return new Lane(sort, pid.number(), timing.least() / PTS, duration, frame, TURN);
        });
    }

    private static Optional<Lane> of(Portion portion, TrackRun run) {
        Optional<Track> track = Opened.init(portion).flatMap(init -> init.track(run.trackId()));
        if (track.isEmpty() || run.timescale().isEmpty() || run.decodeTime().isEmpty() || !run.durationsKnown()) {
            return Optional.empty();
        }
        double scale = run.timescale().getAsLong();
        double duration = run.duration() / scale;
        double frame = run.samples() == 0 ? 0 : duration / run.samples();
        double turn = run.timeBits() == SHORT_BITS ? (1L << SHORT_BITS) / scale : 0;
        double begin = run.decodeTime().getAsLong() / scale;
        return Optional.of(new Lane(Opened.sort(track.get()), run.trackId(), begin, duration, frame, turn));
    }

    private static Optional<Lane> of(PackedAudio packed) {
        return packed.timestamp().isEmpty()
                ? Optional.empty()
                : packed.audio()
                        .map(run -> new Lane(
                                Sort.AUDIO, 0, packed.timestamp().getAsLong() / PTS, run.seconds(), frame(run), TURN));
    }

    private static double frame(AudioRun run) {
        return run.frames() == 0 ? 0 : run.seconds() / run.frames();
    }
}
