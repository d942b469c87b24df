package io.rungwatch.media;

import static io.rungwatch.media.Samples.file;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.join;
import static io.rungwatch.media.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PackedAudioTest {
    private static final long STAMP = 0x1_2345_6789L;

    @Test
    void aac() {
        PackedAudio look = look(tagged(STAMP, file("packed.aac")));

        assertThat(look.timestamp()).isEqualTo(OptionalLong.of(STAMP));
        assertThat(look.tagBytes()).isEqualTo(73);
        AudioRun audio = look.audio().orElseThrow();
        assertThat(audio)
                .isEqualTo(new AudioRun(AudioFormat.ADTS, 48, 49_152, 48_000, 2, new Codec.Aac(2), 0, false, 0));
        assertThat(audio.seconds()).isEqualTo(1.024);
    }

    @Test
    void ac3() {
        AudioRun audio = look(tagged(STAMP, file("packed.ac3"))).audio().orElseThrow();

        assertThat(audio.format()).isEqualTo(AudioFormat.AC3);
        assertThat(audio.frames()).isEqualTo(32);
    }

    @Test
    void withoutATag() {
        PackedAudio look = look(file("packed.aac"));

        assertThat(look.tagBytes()).isZero();
        assertThat(look.timestamp()).isEmpty();
        assertThat(look.audio().orElseThrow().frames()).isEqualTo(48);
    }

    @Test
    void aTagOfSomethingElse() {
        byte[] title = Samples.text("TIT2\0\0\0\5\0\0\0News");

        assertThat(look(join(hex("49443304000000000010"), title, new byte[1], file("packed.aac")))
                        .timestamp())
                .isEmpty();
    }

    @Test
    void highBitsAreToldAsTheyAre() {
        assertThat(look(tagged(-1, file("packed.aac"))).timestamp()).isEqualTo(OptionalLong.of(-1));
    }

    @Test
    void aBrokenChain() {
        byte[] frames = file("packed.aac");
        byte[] missing = join(Arrays.copyOf(frames, 1000), Arrays.copyOfRange(frames, 1003, frames.length));
        AudioRun audio = look(tagged(STAMP, missing)).audio().orElseThrow();

        assertThat(audio.broken()).isEqualTo(1);
        assertThat(audio.frames()).isBetween(46L, 48L);
    }

    @Test
    void anEndTooEarly() {
        byte[] frames = file("packed.aac");
        AudioRun audio = look(tagged(STAMP, Arrays.copyOf(frames, frames.length - 5)))
                .audio()
                .orElseThrow();

        assertThat(audio.unfinished()).isEqualTo(5);
    }

    @Test
    void onlyATag() {
        PackedAudio look = look(tagged(STAMP, new byte[0]));

        assertThat(look.timestamp()).isEqualTo(OptionalLong.of(STAMP));
        assertThat(look.audio()).isEmpty();
    }

    @Test
    void mp3() {
        byte[] frame = Arrays.copyOf(hex("fffb9064"), 417);
        AudioRun audio = look(tagged(0, join(frame, frame, frame))).audio().orElseThrow();

        assertThat(audio)
                .isEqualTo(new AudioRun(AudioFormat.MPEG, 3, 3 * 1152, 44_100, 2, new Codec.Aac(34), 0, false, 0));
    }

    @Test
    void ac3At44100HasFramesOfTwoLengths() {
        assertThat(AudioFrames.ac3(hex("0b770000 4e 40 43"), 0))
                .isEqualTo(new AudioFrame(2 * 243, 1536, 44_100, 2, new Codec.Named("ac-3")));
        assertThat(AudioFrames.ac3(hex("0b770000 4f 40 43"), 0))
                .isEqualTo(new AudioFrame(2 * 244, 1536, 44_100, 2, new Codec.Named("ac-3")));
    }

    private static PackedAudio look(byte[] segment) {
        return (PackedAudio) Media.look(segment);
    }
}
