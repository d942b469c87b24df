package io.rungwatch.media;

import static io.rungwatch.media.Samples.box;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.join;
import static io.rungwatch.media.Samples.number;
import static io.rungwatch.media.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.scte35.SpliceInfo;
import io.rungwatch.scte35.Unreadable;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** emsg, prft and pssh, written by hand. */
class EventTest {
    private static final byte[] SPLICE =
            Base64.getDecoder().decode("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=");
    private static final String SCTE_35 = "urn:scte:scte35:2013:bin\0";

    @Test
    void version0CountsFromTheSegment() {
        byte[] emsg = box(
                "emsg",
                number(0, 4),
                text(SCTE_35 + "1001\0"),
                number(90_000, 4),
                number(180_000, 4),
                number(900_000, 4),
                number(77, 4),
                SPLICE);
        EventMessage message = message(emsg);

        assertThat(message)
                .extracting(EventMessage::version, EventMessage::value, EventMessage::time, EventMessage::id)
                .containsExactly(0, "1001", 180_000L, 77L);
        assertThat(message.bytes()).isEqualTo(SPLICE.length);
        assertThat(message.splice())
                .hasValueSatisfying(splice -> assertThat(splice).isInstanceOf(SpliceInfo.class));
    }

    @Test
    void version1CountsFromThePresentation() {
        byte[] emsg = box(
                "emsg",
                hex("01000000"),
                number(1000, 4),
                number(1L << 40, 8),
                number(0xffff_ffffL, 4),
                number(78, 4),
                text(SCTE_35 + "\0"),
                hex("fc0011"));
        EventMessage message = message(emsg);

        assertThat(message.time()).isEqualTo(1L << 40);
        assertThat(message.scheme()).isEqualTo("urn:scte:scte35:2013:bin");
        assertThat(message.splice())
                .hasValueSatisfying(splice -> assertThat(splice).isInstanceOf(Unreadable.class));
    }

    private static EventMessage message(byte[] emsg) {
        Fragmented look = Samples.mp4(emsg);
        assertThat(look.events()).isEqualTo(1);
        return look.messages().getFirst();
    }

    @Test
    void oneThatHoldsNothing() {
        assertThat(message(box("emsg")))
                .extracting(EventMessage::scheme, EventMessage::timescale, EventMessage::bytes)
                .containsExactly("", 0L, 0);
    }

    @Test
    void onlyTheFirstAreKept() {
        byte[] many = {};
        for (int i = 0; i < 20; i++) {
            many = join(many, box("emsg"));
        }
        Fragmented look = Samples.mp4(many);

        assertThat(look.events()).isEqualTo(20);
        assertThat(look.messages()).hasSize(8);
    }

    @Test
    void whenItWasProduced() {
        byte[] prft = box("prft", hex("01000018"), number(3, 4), number(0xeb00_0000_8000_0000L, 8), number(500, 8));

        assertThat(Samples.mp4(prft).producerTimes()).containsExactly(new ProducerTime(3, 0xeb00_0000_8000_0000L, 500));
    }

    @Test
    void protectionSystems() {
        byte[] pssh = box("pssh", number(0, 4), hex("edef8ba979d64acea3c827dcd51d21ed"), number(0, 4));

        assertThat(Samples.mp4(box("moov", pssh)).init().orElseThrow().protectionSystems())
                .containsExactly("edef8ba9-79d6-4ace-a3c8-27dcd51d21ed");
        assertThat(Samples.mp4(box("moof", pssh)).protectionSystems())
                .containsExactly("edef8ba9-79d6-4ace-a3c8-27dcd51d21ed");
    }
}
