package io.rungwatch.scte35;

import static io.rungwatch.scte35.Sections.fields;
import static io.rungwatch.scte35.Sections.insert;
import static io.rungwatch.scte35.Sections.joined;
import static io.rungwatch.scte35.Sections.section;
import static io.rungwatch.scte35.Sections.segmentation;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.scte35.Unreadable.Reason;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class Scte35Test {
    private static SpliceInfo info(byte[] bytes) {
        assertThat(Scte35.read(bytes)).isInstanceOf(SpliceInfo.class);
        return (SpliceInfo) Scte35.read(bytes);
    }

    private static Reason reason(Splice splice) {
        assertThat(splice).isInstanceOf(Unreadable.class);
        return ((Unreadable) splice).reason();
    }

    @Test
    void theChecksumIsTheOneThatEverybodyHas() {
        assertThat(Crc.of("123456789".getBytes(US_ASCII), 0, 9)).isEqualTo(0x0376_e6e7);
    }

    @Test
    void aSpliceInsert() {
        SpliceInfo info = info(section(SpliceInfo.INSERT, insert(0x8000_0001L, true, 2_700_000)));

        assertThat(info.insert().orElseThrow())
                .isEqualTo(new SpliceInsert(0x8000_0001L, false, true, false, true, OptionalLong.of(2_700_000)));
        assertThat(info.time()).hasValue(900_000);
        assertThat(info.ptsAdjustment()).isEqualTo(5);
        assertThat(info.eventId()).hasValue(0x8000_0001L);
        assertThat(info.known()).isTrue();
    }

    @Test
    void aCancelledOne() {
        byte[] command = fields().put(32, 7).put(8, 0xff).bytes();

        assertThat(info(section(SpliceInfo.INSERT, command))
                        .insert()
                        .orElseThrow()
                        .cancelled())
                .isTrue();
    }

    @Test
    void oneByComponents() {
        byte[] command = fields().put(32, 7)
                .put(8, 0x7f)
                .put(4, 0b1000)
                .put(4, 15)
                .put(8, 2)
                .put(8, 1)
                .put(7, 0x7f)
                .put(33, 1234)
                .put(8, 2)
                .put(8, 0x7f)
                .put(32, 0)
                .bytes();

        assertThat(info(section(SpliceInfo.INSERT, command)).time()).hasValue(1234);
    }

    @Test
    void aTimeSignalWithTwoDescriptors() {
        byte[] command = fields().put(7, 0x7f).put(33, 8_000_000_000L).bytes();
        byte[] foreign = fields().put(8, 2).put(8, 5).put(32, 1).put(8, 9).bytes();
        byte[] descriptors =
                joined(segmentation(42, 0x30, 2_700_000), foreign, segmentation(43, 0x31, 0xff_ffff_ffffL));
        SpliceInfo info = info(section(SpliceInfo.TIME_SIGNAL, command, descriptors));

        assertThat(info.time()).hasValue(8_000_000_000L);
        assertThat(info.segmentations())
                .containsExactly(
                        new Segmentation(42, false, 0x30, OptionalLong.of(2_700_000), 8, 1, 2),
                        new Segmentation(43, false, 0x31, OptionalLong.of(0xff_ffff_ffffL), 8, 1, 2));
        assertThat(info.eventId()).hasValue(42);
    }

    @Test
    void aCommandThatDoesNotSayHowLongItIs() {
        byte[] bytes = section(false, SpliceInfo.INSERT, 0xfff, insert(7, true, 90), segmentation(8, 0x34, 1));

        assertThat(info(bytes).segmentations()).hasSize(1);
        assertThat(info(section(false, SpliceInfo.PRIVATE, 0xfff, new byte[9])).segmentations())
                .isEmpty();
    }

    @Test
    void anEncryptedOneIsLeftAlone() {
        SpliceInfo info = info(section(true, 0x99, 40, new byte[] {1, 2, 3}));

        assertThat(info.encrypted()).isTrue();
        assertThat(info.eventId()).isEmpty();
    }

    @Test
    void anUnknownCommand() {
        assertThat(info(section(9, new byte[3])).known()).isFalse();
    }

    @Test
    void asManifestsWriteIt() {
        byte[] bytes = section(SpliceInfo.INSERT, insert(7, false, 90));
        String hex = HexFormat.of().formatHex(bytes);
        Splice read = Scte35.read(bytes);

        assertThat(Scte35.read("0x" + hex)).isEqualTo(read);
        assertThat(Scte35.read("0X" + hex.toUpperCase(java.util.Locale.ROOT))).isEqualTo(read);
        assertThat(Scte35.read(hex)).isEqualTo(read);
        assertThat(Scte35.read(" " + Base64.getEncoder().encodeToString(bytes))).isEqualTo(read);
        assertThat(Scte35.read(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                .isEqualTo(read);
    }

    @Test
    void whatCannotBeRead() {
        byte[] good = section(SpliceInfo.INSERT, insert(7, true, 90));
        byte[] spoilt = good.clone();
        spoilt[20] ^= 1;

        assertThat(reason(Scte35.read("0xFC3"))).isEqualTo(Reason.TEXT);
        assertThat(reason(Scte35.read(""))).isEqualTo(Reason.TEXT);
        assertThat(reason(Scte35.read("no payload"))).isEqualTo(Reason.TEXT);
        assertThat(reason(Scte35.read("0x" + "FC".repeat(5000)))).isEqualTo(Reason.TOO_LONG);
        assertThat(reason(Scte35.read("0x470000"))).isEqualTo(Reason.TABLE);
        assertThat(reason(Scte35.read("0xFC"))).isEqualTo(Reason.LENGTH);
        assertThat(reason(Scte35.read(java.util.Arrays.copyOf(good, 30)))).isEqualTo(Reason.LENGTH);
        assertThat(reason(Scte35.read(java.util.Arrays.copyOf(good, good.length + 1))))
                .isEqualTo(Reason.LENGTH);
        assertThat(reason(Scte35.read(spoilt))).isEqualTo(Reason.CRC);
        assertThat(reason(Scte35.read(section(SpliceInfo.INSERT, new byte[3])))).isEqualTo(Reason.SYNTAX);
        assertThat(reason(Scte35.read(section(false, SpliceInfo.NULL, 500, new byte[0]))))
                .isEqualTo(Reason.SYNTAX);
        assertThat(reason(Scte35.read(section(SpliceInfo.NULL, new byte[0], (byte) 2, (byte) 200))))
                .isEqualTo(Reason.SYNTAX);
    }
}
