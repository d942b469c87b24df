package io.rungwatch.media;

import static io.rungwatch.media.Packets.AUDIO;
import static io.rungwatch.media.Packets.MAP;
import static io.rungwatch.media.Packets.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One fault each in a segment that is right otherwise. */
class TransportFaultsTest {
    private final Packets packets = Packets.of("avc-aac.ts");

    @Test
    void aLostPacket() {
        TransportStream ts = packets.remove(packets.place(AUDIO, 10)).look();

        assertThat(continuity(ts, AUDIO).errors()).isEqualTo(1);
        assertThat(continuity(ts, VIDEO).errors()).isZero();
        assertThat(audio(ts).frames()).isEqualTo(94);
        assertThat(audio(ts).broken()).as("the frames that are there are whole").isZero();
    }

    @Test
    void aPacketSentTwiceIsAllowed() {
        int place = packets.place(AUDIO, 10);
        TransportStream ts = packets.insert(place, packets.get(place)).look();

        assertThat(continuity(ts, AUDIO)).isEqualTo(new Continuity(0, 14, 0, 1, 0));
        assertThat(audio(ts).frames()).isEqualTo(95);
        assertThat(audio(ts).broken()).isZero();
    }

    @Test
    void threeTimesIsNot() {
        int place = packets.place(AUDIO, 10);
        byte[] packet = packets.get(place);
        TransportStream ts = packets.insert(place, packet).insert(place, packet).look();

        assertThat(continuity(ts, AUDIO).duplicates()).isEqualTo(1);
        assertThat(continuity(ts, AUDIO).errors()).isEqualTo(1);
    }

    @Test
    void anotherPacketWithTheSameCounterIsNoDuplicate() {
        int place = packets.place(VIDEO, 30);
        TransportStream ts =
                packets.insert(place, packets.get(place)).flip(place, 187, 1).look();

        assertThat(continuity(ts, VIDEO).errors()).isEqualTo(1);
    }

    @Test
    void anAnnouncedJump() {
        int place = packets.start(VIDEO, 10);
        byte[] packet = packets.get(place);
        assertThat(packet[3] & 0x20).as("an adaptation field to say so").isNotZero();
        TransportStream ts =
                packets.flip(place, 3, 5).set(place, 5, packet[5] | 0x80).look();

        assertThat(continuity(ts, VIDEO).announced()).isEqualTo(1);
        assertThat(continuity(ts, VIDEO).errors()).as("the packet behind it").isEqualTo(1);
        assertThat(ts.pid(VIDEO).flatMap(Pid::pes).orElseThrow().starts()).isEqualTo(50);
    }

    @Test
    void transportError() {
        int place = packets.place(VIDEO, 5);
        TransportStream ts = packets.set(place, 1, packets.get(place)[1] | 0x80).look();

        assertThat(ts.pid(VIDEO).orElseThrow().transportErrors()).isEqualTo(1);
        assertThat(continuity(ts, VIDEO).errors())
                .as("one fault is not told twice")
                .isZero();
    }

    @Test
    void scrambled() {
        int place = packets.place(VIDEO, 0);
        TransportStream ts = packets.set(place, 3, packets.get(place)[3] | 0x80).look();

        assertThat(ts.pid(VIDEO).orElseThrow().scrambled()).isEqualTo(1);
        assertThat(ts.pid(VIDEO).orElseThrow().pes().orElseThrow().starts()).isEqualTo(49);
        assertThat(continuity(ts, VIDEO).errors()).isZero();
    }

    @Test
    void aJumpInTime() {
        TransportStream ts = packets.moveAll(VIDEO, 25, 50, 900_000).look();

        Pes.Timing timing = timing(ts, VIDEO);
        assertThat(timing.longestStep()).isEqualTo(903_600);
        assertThat(timing.medianStep()).isEqualTo(3600);
        assertThat(timing.duration()).isEqualTo(1_080_000);
        assertThat(timing.backward()).isZero();
    }

    @Test
    void backInTime() {
        TransportStream ts = packets.move(VIDEO, 20, -7200, -7200).look();

        assertThat(timing(ts, VIDEO).backward()).isEqualTo(1);
    }

    @Test
    void theEndOfTimeIsNoJump() {
        long end = 1L << 33;
        TransportStream ts = packets.moveAll(VIDEO, 0, 50, end - 90_000).look();

        Pes.Timing timing = timing(ts, VIDEO);
        assertThat(timing.first()).isEqualTo(end - 82_800);
        assertThat(timing.least()).isEqualTo(end - 82_800);
        assertThat(timing.greatest()).isEqualTo(end + 93_600);
        assertThat(timing.lastDts()).isEqualTo(86_400);
        assertThat(timing.duration()).isEqualTo(180_000);
        assertThat(timing.backward()).isZero();
    }

    @Test
    void noTimeStamp() {
        int place = packets.start(AUDIO, 0);
        byte[] packet = packets.get(place);
        int pes = 4 + ((packet[3] & 0x20) != 0 ? 1 + packet[4] : 0);
        TransportStream ts = packets.set(place, pes + 7, 0).look();

        assertThat(ts.pid(AUDIO).orElseThrow().pes().orElseThrow().startsUntimed())
                .isTrue();
        assertThat(ts.pid(AUDIO).orElseThrow().pes().orElseThrow().untimed()).isEqualTo(1);
        assertThat(timing(ts, AUDIO).first()).isEqualTo(5280 + 1920);
    }

    @Test
    void noProgramMap() {
        TransportStream ts = packets.removeAll(MAP).look();

        assertThat(ts.tables().association()).isPresent();
        assertThat(ts.tables().map()).isEmpty();
        assertThat(ts.first(StreamKind.Sort.VIDEO)).isEmpty();
        assertThat(timing(ts, VIDEO).duration())
                .as("times are told all the same")
                .isEqualTo(180_000);
    }

    @Test
    void aLateProgramMap() {
        int second = packets.place(MAP, 1);
        packets.remove(packets.place(MAP, 0));
        TransportStream ts = packets.look();

        assertThat(ts.tables().map()).isEqualTo(OptionalLong.of(second - 1));
        assertThat(ts.tables().content()).isEqualTo(OptionalLong.of(2));
        AccessUnit unit = ts.pid(VIDEO).flatMap(Pid::firstPicture).orElseThrow();
        assertThat(unit.pes()).as("the first that was known to be one").isPositive();
    }

    @Test
    void aWrongChecksum() {
        TransportStream ts = packets.flip(packets.place(MAP, 0), 20, 1).look();

        assertThat(ts.tables().badChecksums()).isEqualTo(1);
        assertThat(ts.tables().programs()).as("the next one is whole").hasSize(1);
    }

    @Test
    void noKeyframe() {
        int begin = packets.start(VIDEO, 0);
        int end = packets.start(VIDEO, 1);
        for (int i = end - 1; i >= begin; i--) {
            if (i != packets.place(MAP, 0) && i != packets.place(0, 0)) {
                packets.remove(i);
            }
        }
        AccessUnit unit = packets.look().pid(VIDEO).flatMap(Pid::firstPicture).orElseThrow();

        assertThat(unit.units()).containsExactly(9, 1);
        assertThat(unit.keyframe()).isFalse();
        assertThat(unit.codec()).isEmpty();
    }

    @Test
    void aByteTooFewInTheMiddle() {
        byte[] bytes = packets.bytes();
        byte[] cut = Samples.join(Arrays.copyOf(bytes, 10_000), Arrays.copyOfRange(bytes, 10_001, bytes.length));
        Framing framing = Samples.ts(cut).framing();

        assertThat(framing.syncLosses()).isEqualTo(1);
        assertThat(framing.packets()).isEqualTo(245);
        assertThat(framing.trailing()).isZero();
        assertThat(cut.length % 188).isEqualTo(187);
    }

    @Test
    void oneBadSyncByteLosesOnePacket() {
        Framing framing = packets.set(100, 0, 0x46).look().framing();

        assertThat(framing).isEqualTo(new Framing(188, 245, 0, 1, 188, 0));
    }

    @Test
    void anEndTooEarly() {
        byte[] bytes = packets.bytes();
        Framing framing = Samples.ts(Arrays.copyOf(bytes, bytes.length - 100)).framing();

        assertThat(framing).isEqualTo(new Framing(188, 245, 0, 0, 0, 88));
    }

    @Test
    void damageAtTheBeginning() {
        Framing framing = packets.set(0, 0, 0).set(1, 0, 0).look().framing();

        assertThat(framing.packets()).isEqualTo(244);
        assertThat(framing.syncLosses()).isEqualTo(1);
    }

    @Test
    void brokenAudio() {
        int place = packets.start(AUDIO, 20);
        byte[] packet = packets.get(place);
        int pes = 4 + ((packet[3] & 0x20) != 0 ? 1 + packet[4] : 0);
        TransportStream ts = packets.flip(place, pes + 14, 0xff).look();

        assertThat(audio(ts).broken()).isEqualTo(1);
        assertThat(audio(ts).frames()).isEqualTo(94);
    }

    private static Continuity continuity(TransportStream ts, int pid) {
        return ts.pid(pid).orElseThrow().continuity();
    }

    private static Pes.Timing timing(TransportStream ts, int pid) {
        return ts.pid(pid).flatMap(Pid::pes).flatMap(Pes::timing).orElseThrow();
    }

    private static AudioRun audio(TransportStream ts) {
        return ts.pid(AUDIO).flatMap(Pid::audio).orElseThrow();
    }
}
