package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What ffprobe says of the same files. */
class TransportStreamTest {
    private final TransportStream ts = Samples.ts(Samples.file("avc-aac.ts"));
    private final Pid video = ts.first(StreamKind.Sort.VIDEO).orElseThrow();
    private final Pid audio = ts.first(StreamKind.Sort.AUDIO).orElseThrow();

    @Test
    void packetsLieCloseTogether() {
        assertThat(ts.bytes()).isEqualTo(246 * 188);
        assertThat(ts.framing()).isEqualTo(new Framing(188, 246, 0, 0, 0, 0));
        assertThat(ts.pids()).extracting(Pid::number).containsExactly(0x11, 0, 4096, 256, 257);
        assertThat(ts.nullShare()).isZero();
        assertThat(video.bytes()).isEqualTo(108 * 188);
    }

    @Test
    void tablesSayWhatThereIs() {
        assertThat(ts.tables().association()).as("behind an SDT").isEqualTo(OptionalLong.of(1));
        assertThat(ts.tables().map()).isEqualTo(OptionalLong.of(2));
        assertThat(ts.tables().content()).isEqualTo(OptionalLong.of(3));
        assertThat(ts.tables().badChecksums()).isZero();
        assertThat(ts.tables().programs())
                .containsExactly(new Program(
                        1,
                        4096,
                        0,
                        256,
                        List.of(
                                new ProgramStream(256, 0x1b, Optional.empty(), Optional.empty(), List.of()),
                                new ProgramStream(257, 0x0f, Optional.of("vie"), Optional.empty(), List.of(0x0a)))));
    }

    @Test
    void timesOfVideo() {
        Pes pes = video.pes().orElseThrow();

        assertThat(pes.starts()).isEqualTo(50);
        assertThat(pes.randomAccess()).isTrue();
        assertThat(pes.timing()).contains(new Pes.Timing(7200, 7200, 183_600, 0, 176_400, 0, 3600, 3600));
        assertThat(pes.timing().orElseThrow().duration()).isEqualTo(180_000);
        assertThat(video.continuity()).isEqualTo(new Continuity(0, 11, 0, 0, 0));
    }

    @Test
    void clock() {
        Clock clock = video.clock().orElseThrow();

        assertThat(clock.count()).isEqualTo(26);
        assertThat(clock.greatest()).isEqualTo(80 * Ticks.PCR_PER_SECOND / 1000);
        assertThat(clock.last() - clock.first()).isEqualTo(1920 * Ticks.PCR_PER_SECOND / 1000);
        assertThat(audio.clock()).isEmpty();
    }

    @Test
    void firstPicture() {
        AccessUnit unit = video.firstPicture().orElseThrow();

        assertThat(unit.units()).containsExactly(9, 7, 8, 6, 5);
        assertThat(unit.messages()).containsExactly(5);
        assertThat(unit.keyframe()).isTrue();
        assertThat(unit.codec()).map(Codec::text).contains("avc1.64001f");
        assertThat(unit.picture()).contains(new Picture(160, 90, false, Picture.Rate.of(50, 2)));
    }

    @Test
    void framesOfAudio() {
        AudioRun frames = audio.audio().orElseThrow();

        assertThat(frames)
                .isEqualTo(new AudioRun(AudioFormat.ADTS, 95, 95 * 1024, 48_000, 2, new Codec.Aac(2), 0, false, 0));
        assertThat(frames.codec().text()).isEqualTo("mp4a.40.2");
        assertThat(audio.pes().orElseThrow().starts()).isEqualTo(95);
    }

    @Test
    void hevc() {
        AccessUnit unit = firstPicture("hevc.ts");

        assertThat(unit.units()).containsExactly(35, 32, 33, 34, 20);
        assertThat(unit.keyframe()).isTrue();
        assertThat(unit.codec()).map(Codec::text).contains("hvc1.1.6.L30.90");
        assertThat(unit.picture()).contains(new Picture(160, 90, false, Picture.Rate.of(25, 1)));
    }

    @Test
    void mpeg2() {
        AccessUnit unit = firstPicture("mpeg2.ts");

        assertThat(unit.units()).containsExactly(0xb3, 0xb5, 0xb8, 0);
        assertThat(unit.keyframe()).isTrue();
        assertThat(unit.picture()).contains(new Picture(160, 90, false, Picture.Rate.of(25, 1)));
    }

    private static AccessUnit firstPicture(String name) {
        return Samples.ts(Samples.file(name))
                .first(StreamKind.Sort.VIDEO)
                .flatMap(Pid::firstPicture)
                .orElseThrow();
    }

    @Test
    void severalDolbyFramesInAPesPacket() {
        assertThat(audio("ac3.ts"))
                .isEqualTo(
                        new AudioRun(AudioFormat.AC3, 32, 32 * 1536, 48_000, 1, new Codec.Named("ac-3"), 0, false, 0));
        assertThat(audio("eac3.ts"))
                .isEqualTo(
                        new AudioRun(AudioFormat.EAC3, 32, 32 * 1536, 48_000, 1, new Codec.Named("ec-3"), 0, false, 0));
    }

    private static AudioRun audio(String name) {
        return Samples.ts(Samples.file(name))
                .first(StreamKind.Sort.AUDIO)
                .flatMap(Pid::audio)
                .orElseThrow();
    }
}
