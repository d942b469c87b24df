package io.rungwatch.media;

import static io.rungwatch.media.Samples.file;
import static io.rungwatch.media.Samples.init;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What ffprobe says of the same files. */
class FragmentedTest {
    @Test
    void initOfVideo() {
        Fragmented look = Samples.mp4(file("video-init.mp4"));

        assertThat(look.boxes()).containsExactly("ftyp", "moov");
        assertThat(look.file()).contains(new Brands("iso5", List.of("iso5", "iso6", "mp41")));
        Track track = look.init().orElseThrow().track(1).orElseThrow();
        assertThat(track.handler()).isEqualTo("vide");
        assertThat(track.timescale()).isEqualTo(12_800);
        assertThat(track.language()).isEqualTo("und");
        assertThat(track.width()).isEqualTo(160);
        assertThat(track.height()).isEqualTo(90);
        SampleEntry entry = track.entry().orElseThrow();
        assertThat(entry.format()).isEqualTo("avc1");
        assertThat(entry.codec()).map(Codec::text).contains("avc1.64001f");
        assertThat(entry.picture()).contains(new Picture(160, 90, false, Picture.Rate.of(50, 2)));
        assertThat(entry.encryption()).isEmpty();
    }

    @Test
    void initOfOthers() {
        SampleEntry hevc = init("hevc-init.mp4").tracks().getFirst().entry().orElseThrow();
        SampleEntry aac = init("audio-init.mp4").tracks().getFirst().entry().orElseThrow();
        SampleEntry eac3 = init("eac3-init.mp4").tracks().getFirst().entry().orElseThrow();

        assertThat(hevc.codec()).map(Codec::text).contains("hvc1.1.6.L30.90");
        assertThat(hevc.picture()).contains(new Picture(160, 90, false, Picture.Rate.of(25, 1)));
        assertThat(aac.codec()).map(Codec::text).contains("mp4a.40.2");
        assertThat(aac.rate()).isEqualTo(48_000);
        assertThat(aac.channels()).isEqualTo(2);
        assertThat(eac3.codec()).map(Codec::text).contains("ec-3");
    }

    @Test
    void oneFragment() {
        Fragmented look = (Fragmented) Media.look(file("video-0.m4s"), init("video-init.mp4"));

        assertThat(look.boxes()).containsExactly("styp", "sidx", "moof", "mdat");
        assertThat(look.segment())
                .hasValueSatisfying(brands -> assertThat(brands.has("msdh")).isTrue());
        assertThat(look.fault()).isEmpty();
        assertThat(look.init()).isEmpty();
        assertThat(look.fragments()).isEqualTo(new Fragments(1, 1, 14_058, 1, 1, 0, 0, 0, OptionalInt.of(0)));
        assertThat(look.tracks())
                .containsExactly(new TrackRun(
                        1,
                        OptionalLong.of(12_800),
                        1,
                        OptionalLong.of(0),
                        64,
                        OptionalLong.of(1024),
                        25_600,
                        true,
                        50,
                        14_058,
                        true,
                        Sync.YES,
                        0,
                        0,
                        0));
        assertThat(look.indexes())
                .containsExactly(new SegmentIndex(1, 12_800, 0, 0, 1, 14_842 - 76, 25_600, true, 0, 76));
    }

    @Test
    void withoutItsInitItHasNoTimescale() {
        TrackRun run = Samples.mp4(file("video-0.m4s")).tracks().getFirst();

        assertThat(run.timescale()).isEmpty();
        assertThat(run.duration()).isEqualTo(25_600);
        assertThat(run.firstSync()).isEqualTo(Sync.YES);
    }

    @Test
    void chunks() {
        Fragmented look = (Fragmented) Media.look(file("chunked-1.m4s"), init("chunked-init.mp4"));
        TrackRun run = look.tracks().getFirst();

        assertThat(look.fragments().moofs()).isEqualTo(4);
        assertThat(look.fragments().lastSequence()).isEqualTo(4);
        assertThat(look.indexes()).hasSize(4);
        assertThat(run.fragments()).isEqualTo(4);
        assertThat(run.duration()).isEqualTo(25_600);
        assertThat(run.samples()).isEqualTo(50);
        assertThat(run.gaps()).isZero();
    }

    @Test
    void encrypted() {
        Fragmented look = Samples.mp4(file("cenc.mp4"));
        SampleEntry video =
                look.init().orElseThrow().track(1).flatMap(Track::entry).orElseThrow();
        SampleEntry audio =
                look.init().orElseThrow().track(2).flatMap(Track::entry).orElseThrow();

        assertThat(video.format()).isEqualTo("encv");
        assertThat(video.codec()).map(Codec::text).contains("avc1.64001f");
        assertThat(video.encryption())
                .contains(new Encryption("avc1", "cenc", true, true, 8, "0123456789abcdef0123456789abcdef"));
        assertThat(audio.format()).isEqualTo("enca");
        assertThat(audio.codec()).map(Codec::text).contains("mp4a.40.2");
        assertThat(look.tracks()).extracting(TrackRun::samples).containsExactly(25L, 48L);
        assertThat(look.tracks())
                .extracting(TrackRun::decryptable)
                .as("ffmpeg writes none")
                .containsOnly(0);
    }

    @Test
    void brandsAreFoundByName() {
        Optional<Brands> file = Samples.mp4(file("eac3-init.mp4")).file();

        assertThat(file).hasValueSatisfying(brands -> {
            assertThat(brands.has("dby1")).isTrue();
            assertThat(brands.has("cmfc")).isFalse();
        });
    }
}
