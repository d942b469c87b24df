package io.rungwatch.media;

import static io.rungwatch.media.Packets.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.scte35.SpliceInfo;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What ffmpeg does not make: written by hand. */
class TransportHabitsTest {
    private static final byte[] SPLICE =
            Base64.getDecoder().decode("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=");
    private static final int SPLICES = 500;
    private static final byte[] NONE = {};

    @Test
    void timeStampsInFrontOfPackets() {
        byte[] bytes = Samples.file("avc-aac.ts");
        TransportStream ts = Samples.ts(widened(bytes, 4, 0));

        assertThat(ts.framing()).isEqualTo(new Framing(192, 246, 4, 0, 0, 0));
        assertThat(ts.pids()).isEqualTo(Samples.ts(bytes).pids());
    }

    @Test
    void parityBehindPackets() {
        byte[] bytes = Samples.file("avc-aac.ts");
        TransportStream ts = Samples.ts(widened(bytes, 0, 16));

        assertThat(ts.framing()).isEqualTo(new Framing(204, 246, 0, 0, 0, 0));
        assertThat(ts.pids()).isEqualTo(Samples.ts(bytes).pids());
    }

    private static byte[] widened(byte[] bytes, int before, int behind) {
        byte[] wide = {};
        for (int at = 0; at < bytes.length; at += 188) {
            wide = Samples.join(wide, new byte[before], Arrays.copyOfRange(bytes, at, at + 188), new byte[behind]);
        }
        return wide;
    }

    @Test
    void spliceInformation() {
        TransportStream ts = new Packets()
                .tables(0x1b, VIDEO, 0x86, SPLICES)
                .section(SPLICES, SPLICE)
                .look();

        assertThat(ts.splices()).singleElement().satisfies(section -> {
            assertThat(section.pid()).isEqualTo(SPLICES);
            assertThat(section.packet()).isEqualTo(2);
            assertThat(((SpliceInfo) section.splice()).eventId()).isEqualTo(OptionalLong.of(0x4800008f));
        });
    }

    @Test
    void aSectionOverTwoPackets() {
        byte[] front = Samples.join(new byte[1], Arrays.copyOf(SPLICE, 20));
        byte[] rest = Arrays.copyOfRange(SPLICE, 20, SPLICE.length);
        TransportStream ts = new Packets()
                .tables(0x86, SPLICES)
                .packet(SPLICES, true, NONE, front)
                .packet(SPLICES, false, NONE, rest)
                .look();

        assertThat(ts.splices()).extracting(SpliceSection::splice).hasExactlyElementsOfTypes(SpliceInfo.class);
    }

    @Test
    void theEndOfOneSectionAndTheNextInOnePacket() {
        byte[] front = Samples.join(new byte[1], Arrays.copyOf(SPLICE, 20));
        byte[] rest = Arrays.copyOfRange(SPLICE, 20, SPLICE.length);
        TransportStream ts = new Packets()
                .tables(0x86, SPLICES)
                .packet(SPLICES, true, NONE, front)
                .packet(SPLICES, true, NONE, Samples.join(Samples.number(rest.length, 1), rest, SPLICE, SPLICE))
                .look();

        assertThat(ts.splices()).extracting(SpliceSection::splice).hasSize(3).hasOnlyElementsOfType(SpliceInfo.class);
    }

    @Test
    void encoderBoundaryPoint() {
        byte[] time = Samples.number(0xe8d4_a510_8000_0000L, 8);
        byte[] point = Samples.join(Samples.hex("df 0f 45425030 f8 20 81 02"), time);
        point[1] = (byte) (point.length - 2);
        byte[] adaptation = Samples.join(Samples.hex("42"), Samples.number(point.length, 1), point);
        TransportStream ts = new Packets()
                .tables(0x1b, VIDEO)
                .pes(VIDEO, adaptation, 90_000, Samples.hex("000001 09f0"))
                .look();

        assertThat(ts.boundaries())
                .containsExactly(new Boundary(
                        VIDEO, 2, true, OptionalLong.of(90_000), 0xf8, 1, OptionalLong.of(0xe8d4_a510_8000_0000L)));
        assertThat(ts.boundaries().getFirst().segment()).isTrue();
        assertThat(ts.pid(VIDEO).flatMap(Pid::pes).orElseThrow().randomAccess()).isTrue();
    }

    @Test
    void aProgramThatChanges() {
        TransportStream ts = new Packets()
                .tables(0x1b, VIDEO)
                .tables(0x1b, VIDEO)
                .tables(0x24, VIDEO)
                .look();

        assertThat(ts.tables().changes()).isEqualTo(1);
        assertThat(ts.tables().streams()).extracting(ProgramStream::kind).containsExactly(StreamKind.AVC);
    }

    @Test
    void anOpenGroupBeginsAtARecoveryPoint() {
        byte[] picture = Samples.hex("000001 09f0 000001 06 06 01 c0 80 000001 41 9a");
        AccessUnit unit = new Packets()
                .tables(0x1b, VIDEO)
                .pes(VIDEO, NONE, 0, picture)
                .look()
                .pid(VIDEO)
                .flatMap(Pid::firstPicture)
                .orElseThrow();

        assertThat(unit.units()).containsExactly(9, 6, 1);
        assertThat(unit.messages()).containsExactly(6);
        assertThat(unit.keyframe()).isFalse();
    }

    @Test
    void theEndOfAFrameMayComeFirst() {
        byte[] frames = Samples.file("packed.aac");
        AudioRun audio = new Packets()
                .tables(0x0f, Packets.AUDIO)
                .pes(Packets.AUDIO, NONE, 0, Arrays.copyOfRange(frames, 20, 170))
                .packet(Packets.AUDIO, false, NONE, Arrays.copyOfRange(frames, 170, 350))
                .packet(Packets.AUDIO, false, NONE, Arrays.copyOfRange(frames, 350, 530))
                .look()
                .pid(Packets.AUDIO)
                .flatMap(Pid::audio)
                .orElseThrow();

        assertThat(audio.broken()).isZero();
        assertThat(audio.rate()).isEqualTo(48_000);
    }

    @Test
    void aBoundarySentTwiceIsOne() {
        byte[] adaptation = Samples.hex("42 07 df 05 45425030 c0");
        Packets packets = new Packets().tables(0x1b, VIDEO).pes(VIDEO, adaptation, 0, Samples.hex("000001 09f0"));
        int place = packets.place(VIDEO, 0);

        assertThat(packets.insert(place, packets.get(place)).look().boundaries())
                .hasSize(1);
    }

    @Test
    void aHeaderOverTwoPackets() {
        byte[] pes = Samples.hex("000001e0 0000 8080 05 21000501c1");
        TransportStream ts = new Packets()
                .tables(0x1b, VIDEO)
                .packet(VIDEO, true, NONE, Arrays.copyOf(pes, 5))
                .packet(VIDEO, false, NONE, Arrays.copyOfRange(pes, 5, pes.length))
                .look();

        assertThat(ts.pid(VIDEO)
                        .flatMap(Pid::pes)
                        .flatMap(Pes::timing)
                        .orElseThrow()
                        .first())
                .isEqualTo(0x100e0);
    }

    @Test
    void clocks() {
        Packets packets = new Packets().tables(0x1b, VIDEO);
        long[] milliseconds = {0, 40, 20, 5000};
        for (long at : milliseconds) {
            packets.packet(VIDEO, false, clock(at * 90, at == 5000), NONE);
        }

        assertThat(packets.look().pid(VIDEO).flatMap(Pid::clock))
                .contains(new Clock(4, 0, 135_000_000, -540_000, 1_080_000, 1, 1));
    }

    private static byte[] clock(long base, boolean announced) {
        return Samples.join(Samples.number(announced ? 0x90 : 0x10, 1), Samples.number(base << 15, 6));
    }

    @Test
    void onlySoManyPidsAreToldApart() {
        Packets packets = new Packets();
        for (int pid = 32; pid < 100; pid++) {
            packets.packet(pid, false, NONE, NONE);
        }
        packets.packet(0x1fff, false, NONE, NONE);
        TransportStream ts = packets.look();

        assertThat(ts.pids()).hasSize(32);
        assertThat(ts.otherPackets()).isEqualTo(68 - 32);
        assertThat(ts.nullPackets()).isEqualTo(1);
    }
}
