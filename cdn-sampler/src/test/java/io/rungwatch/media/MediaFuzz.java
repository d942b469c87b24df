package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** Any bytes as a segment, at once and in pieces: the same is seen, nothing is thrown, and every list has an end. */
public final class MediaFuzz {
    private static final Optional<Init> INIT =
            Samples.mp4(Samples.file("cenc.mp4")).init();

    private MediaFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Look look = Media.look(data);
        int size = 1 + (data.length == 0 ? 0 : data[data.length / 2] & 0xff);
        assertThat(Samples.inPieces(Media.reader(), data, size)).isEqualTo(look);
        Media.look(data, INIT.orElseThrow());
        assertThat(look.bytes()).isEqualTo(data.length);
        switch (look) {
            case TransportStream ts -> check(ts);
            case Fragmented mp4 -> check(mp4);
            case PackedAudio audio -> assertThat(audio.tagBytes()).isLessThanOrEqualTo(data.length);
            case WebVtt vtt -> vtt.cues().ifPresent(MediaFuzz::check);
            case Opaque opaque -> assertThat(opaque.beginning()).hasSizeLessThanOrEqualTo(60);
        }
    }

    private static void check(TransportStream ts) {
        assertThat(ts.pids()).hasSizeLessThanOrEqualTo(32);
        assertThat(ts.boundaries()).hasSizeLessThanOrEqualTo(32);
        assertThat(ts.splices()).hasSizeLessThanOrEqualTo(8);
        Framing framing = ts.framing();
        assertThat(framing.packets() * framing.packetSize()).isLessThanOrEqualTo(ts.bytes() + 16);
        ts.pids().forEach(MediaFuzz::check);
    }

    private static void check(Pid pid) {
        pid.pes().flatMap(Pes::timing).ifPresent(timing -> {
            assertThat(timing.first()).isBetween(0L, (1L << 33) - 1);
            assertThat(timing.least()).isBetween(0L, timing.greatest());
        });
        pid.firstPicture()
                .flatMap(AccessUnit::codec)
                .ifPresent(codec -> assertThat(codec.text()).hasSizeLessThan(60));
        pid.audio().ifPresent(audio -> assertThat(audio.seconds()).isGreaterThanOrEqualTo(0));
    }

    private static void check(Fragmented mp4) {
        assertThat(mp4.boxes()).hasSizeLessThanOrEqualTo(64);
        assertThat(mp4.tracks()).hasSizeLessThanOrEqualTo(16);
        assertThat(mp4.indexes()).hasSizeLessThanOrEqualTo(8);
        assertThat(mp4.fragments().shortage()).isNotNegative();
        mp4.tracks().forEach(track -> assertThat(track.duration()).isNotNegative());
        mp4.fault().ifPresent(fault -> assertThat(fault.missing()).isPositive());
    }

    private static void check(WebVtt.Cues cues) {
        assertThat(cues.earliestStart()).isLessThanOrEqualTo(cues.latestStart());
        assertThat(cues.earliestEnd()).isLessThanOrEqualTo(cues.latestEnd());
    }
}
