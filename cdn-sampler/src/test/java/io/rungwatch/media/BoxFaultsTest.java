package io.rungwatch.media;

import static io.rungwatch.media.Samples.box;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.join;
import static io.rungwatch.media.Samples.number;
import static io.rungwatch.media.Samples.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Boxes written by hand, and real ones that are damaged. */
class BoxFaultsTest {
    private static final byte[] TFHD = box("tfhd", hex("00020038 00000001 00000064 0000000a 01010000"));
    private static final byte[] TFDT = box("tfdt", hex("00000000 00000000"));
    private static final byte[] THREE_SAMPLES = box("trun", hex("00000000 00000003"));

    @Test
    void cutShort() {
        byte[] segment = Samples.file("video-0.m4s");
        Fragmented look = Samples.mp4(Arrays.copyOf(segment, 10_000));

        assertThat(look.fault()).contains(new BoxFault(BoxFault.Kind.CUT_SHORT, "mdat", 776, 4842));
        assertThat(look.tracks().getFirst().samples()).isEqualTo(50);
        assertThat(look.fragments().shortage()).isEqualTo(4842);
    }

    @Test
    void cutInAHeader() {
        byte[] segment = join(box("styp", text("msdh"), number(0, 4)), number(100, 4));

        assertThat(Samples.mp4(segment).fault()).contains(new BoxFault(BoxFault.Kind.CUT_SHORT, "????", 16, 4));
    }

    @Test
    void longerThanTheBoxAroundIt() {
        byte[] segment = Samples.file("video-0.m4s");
        int tfdt = indexOf(segment, "tfdt");
        segment[tfdt - 3] = 1;
        Fragmented look = Samples.mp4(segment);

        assertThat(look.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(BoxFault.Kind.OVERRUN);
            assertThat(fault.box()).isEqualTo("tfdt");
        });
        assertThat(look.boxes()).containsExactly("styp", "sidx", "moof", "mdat");
        assertThat(look.tracks().getFirst().samples()).isZero();
    }

    @Test
    void shorterThanItsOwnHeader() {
        byte[] segment = join(box("styp", text("msdh"), number(0, 4)), number(4, 4), text("moof"), new byte[40]);

        assertThat(Samples.mp4(segment).fault()).contains(new BoxFault(BoxFault.Kind.TOO_SMALL, "moof", 16, 4));
    }

    @Test
    void sizesOf64Bits() {
        byte[] segment = join(number(1, 4), text("mdat"), number(24, 8), new byte[8], box("free"));
        Fragmented look = Samples.mp4(segment);

        assertThat(look.boxes()).containsExactly("mdat", "free");
        assertThat(look.fragments().mdatBytes()).isEqualTo(8);
        assertThat(look.fault()).isEmpty();
    }

    @Test
    void aSizeThatNobodyCanHave() {
        for (long size : List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            byte[] segment = join(number(1, 4), text("mdat"), number(size, 8), new byte[8]);
            assertThat(Samples.mp4(segment).fault())
                    .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(BoxFault.Kind.CUT_SHORT));
        }
    }

    @Test
    void withoutASizeToTheEnd() {
        byte[] segment = join(number(0, 4), text("mdat"), text("<tt>"));
        Fragmented look = Samples.mp4(segment);

        assertThat(look.fault()).isEmpty();
        assertThat(look.fragments().mdatBytes()).isEqualTo(4);
        assertThat(look.fragments().firstByte()).isEqualTo(OptionalInt.of('<'));
    }

    @Test
    void nestedWithoutEnd() {
        byte[] segment = {};
        for (int i = 0; i < 1000; i++) {
            segment = box("moof", segment);
        }
        Fragmented look = Samples.mp4(segment);

        assertThat(look.fault()).isEmpty();
        assertThat(look.boxes()).containsExactly("moof");
    }

    @Test
    void defaultsOfTheFragment() {
        TrackRun run =
                Samples.mp4(fragment(1, TFHD, TFDT, THREE_SAMPLES)).tracks().getFirst();

        assertThat(run.samples()).isEqualTo(3);
        assertThat(run.duration()).isEqualTo(300);
        assertThat(run.sampleBytes()).isEqualTo(30);
        assertThat(run.firstSync()).isEqualTo(Sync.NO);
    }

    @Test
    void defaultsOfTheInit() {
        byte[] tfhd = box("tfhd", hex("00020000 00000001"));
        byte[] segment = fragment(1, tfhd, TFDT, THREE_SAMPLES);
        SampleDefaults defaults = new SampleDefaults(512, 20, 0x200_0000);
        Track track = new Track(1, "vide", 1000, "und", 0, 0, Optional.empty(), Optional.of(defaults));
        TrackRun alone = Samples.mp4(segment).tracks().getFirst();
        TrackRun known = ((Fragmented) Media.look(segment, new Init(List.of(track), List.of())))
                .tracks()
                .getFirst();

        assertThat(alone.durationsKnown()).isFalse();
        assertThat(alone.firstSync()).isEqualTo(Sync.UNKNOWN);
        assertThat(known.duration()).isEqualTo(1536);
        assertThat(known.sampleBytes()).isEqualTo(60);
        assertThat(known.firstSync()).isEqualTo(Sync.YES);
        assertThat(known.timescale()).isEqualTo(OptionalLong.of(1000));
    }

    @Test
    void flagsOfTheFirstSampleComeFirst() {
        byte[] trun = box("trun", hex("00000404 00000002 02000000 00010000 00010000"));
        byte[] second = box("trun", hex("00000400 00000001 00010000"));

        assertThat(sync(trun)).isEqualTo(Sync.YES);
        assertThat(sync(second)).isEqualTo(Sync.NO);
    }

    private static Sync sync(byte[] trun) {
        return Samples.mp4(fragment(1, TFHD, TFDT, trun)).tracks().getFirst().firstSync();
    }

    @Test
    void allFieldsOfASample() {
        byte[] trun = box(
                "trun",
                hex("01000f01 00000002 00000010"),
                hex("00000032 00000005 00000000 fffffff6"),
                hex("00000033 00000006 00010000 00000020"));
        TrackRun run = Samples.mp4(fragment(1, TFHD, box("tfdt", hex("01000000"), number(1000, 8)), trun))
                .tracks()
                .getFirst();

        assertThat(run.duration()).isEqualTo(0x32 + 0x33);
        assertThat(run.sampleBytes()).isEqualTo(11);
        assertThat(run.earliest()).as("shown before it is decoded").isEqualTo(OptionalLong.of(990));
        assertThat(run.timeBits()).isEqualTo(64);
    }

    @Test
    void fourThousandMillionSamplesOfNothing() {
        byte[] trun = box("trun", hex("00000000 ffffffff"));
        TrackRun run = Samples.mp4(fragment(1, TFHD, TFDT, trun)).tracks().getFirst();

        assertThat(run.samples()).isEqualTo(0xffff_ffffL);
        assertThat(run.duration()).isEqualTo(0xffff_ffffL * 100);
    }

    @Test
    void gapsBetweenFragments() {
        byte[] segment = join(
                fragment(7, TFHD, TFDT, THREE_SAMPLES),
                fragment(8, TFHD, box("tfdt", number(0, 4), number(350, 4)), THREE_SAMPLES),
                fragment(8, TFHD, box("tfdt", number(0, 4), number(640, 4)), THREE_SAMPLES));
        Fragmented look = Samples.mp4(segment);

        assertThat(look.tracks().getFirst().gaps()).isEqualTo(2);
        assertThat(look.tracks().getFirst().largestGap()).isEqualTo(50);
        assertThat(look.fragments().backward()).isEqualTo(1);
    }

    @Test
    void shortTimesBeginAnew() {
        byte[] segment = join(
                fragment(1, TFHD, box("tfdt", number(0, 4), number(0xffff_fff6L, 4)), THREE_SAMPLES),
                fragment(2, TFHD, box("tfdt", number(0, 4), number(290, 4)), THREE_SAMPLES));

        assertThat(Samples.mp4(segment).tracks().getFirst().gaps()).isZero();
    }

    @Test
    void moofWithoutMdat() {
        byte[] segment = join(box("moof", box("mfhd", number(0, 8))), fragment(1, TFHD, TFDT, THREE_SAMPLES));

        assertThat(Samples.mp4(segment).fragments().lonely()).isEqualTo(1);
    }

    @Test
    void whatDecryptionNeeds() {
        assertThat(decryptable(box("senc", number(0, 8)))).isEqualTo(1);
        assertThat(decryptable(box("saiz", number(0, 9)))).isZero();
        assertThat(decryptable(join(box("saiz", number(0, 9)), box("saio", number(0, 8)))))
                .isEqualTo(1);
    }

    private static int decryptable(byte[] boxes) {
        return Samples.mp4(fragment(1, TFHD, TFDT, THREE_SAMPLES, boxes))
                .tracks()
                .getFirst()
                .decryptable();
    }

    private static byte[] fragment(int sequence, byte[]... content) {
        byte[] head = box("mfhd", number(0, 4), number(sequence, 4));
        return join(box("moof", head, box("traf", content)), box("mdat", new byte[100]));
    }

    private static int indexOf(byte[] bytes, String type) {
        return new String(bytes, ISO_8859_1).indexOf(type);
    }
}
