package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebVttTest {
    private static final String TWO_CUES = """
            WEBVTT - one line of text
            X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:01.500

            STYLE
            ::cue { color: lime }

            NOTE this is no cue:
            00:00:00.000 --> 99:00:00.000

            1
            00:01.000 --> 00:02.500 align:start
            Xin chào --> bạn

            1:02:03.004 --> 01:02:04.000
            no hours of one digit

            100:00:00.000 --> 99:00:00.000
            """;

    @Test
    void cues() {
        WebVtt look = look(TWO_CUES);

        assertThat(look.wellBegun()).isTrue();
        assertThat(look.utf8()).isTrue();
        assertThat(look.map()).contains(new WebVtt.TimestampMap(900_000, 1500));
        assertThat(look.badTimings()).isEqualTo(1);
        assertThat(look.backward()).isEqualTo(1);
        assertThat(look.cues()).contains(new WebVtt.Cues(2, 1000, 360_000_000, 2500, 356_400_000));
    }

    @Test
    void anyEndOfLine() {
        for (String end : new String[] {"\r\n", "\r"}) {
            WebVtt look = look(TWO_CUES.replace("\n", end));
            assertThat(look.cues()).isEqualTo(look(TWO_CUES).cues());
            assertThat(look.map()).isPresent();
        }
    }

    @Test
    void emptyIsFine() {
        WebVtt look = look("\ufeffWEBVTT");

        assertThat(look.wellBegun()).isTrue();
        assertThat(look.cues()).isEmpty();
        assertThat(look.map()).isEmpty();
        assertThat(look.badMap()).isFalse();
    }

    @Test
    void theMapInTheOtherOrder() {
        assertThat(look("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:8589934591\n\n")
                        .map())
                .contains(new WebVtt.TimestampMap((1L << 33) - 1, 0));
    }

    @Test
    void mapsThatCannotBeRead() {
        for (String map :
                new String[] {"", "MPEGTS:1", "MPEGTS:-1,LOCAL:00:00:00.000", "MPEGTS:1,LOCAL:0", "LOCAL:00:00.000"}) {
            WebVtt look = look("WEBVTT\nX-TIMESTAMP-MAP=" + map + "\n");
            assertThat(look.map()).isEmpty();
            assertThat(look.badMap()).isTrue();
        }
    }

    @Test
    void aMapBelowTheHeaderIsText() {
        assertThat(look("WEBVTT\n\nX-TIMESTAMP-MAP=MPEGTS:1,LOCAL:00:00:00.000\n")
                        .map())
                .isEmpty();
    }

    @Test
    void notAsItMustBegin() {
        assertThat(look("WEBVTTX\n").wellBegun()).isFalse();
    }

    @Test
    void brokenUtf8() {
        byte[] latin = Samples.join("WEBVTT\n\n00:00.000 --> 00:01.000\n".getBytes(UTF_8), Samples.hex("e9 0a"));

        assertThat(((WebVtt) Media.look(latin)).utf8()).isFalse();
        assertThat(((WebVtt) Media.look(latin)).cues()).isPresent();
    }

    @Test
    void aLineWithoutEnd() {
        assertThat(look("WEBVTT\n\n" + "x".repeat(100_000)).bytes()).isEqualTo(100_008);
    }

    private static WebVtt look(String text) {
        return (WebVtt) Media.look(text.getBytes(UTF_8));
    }
}
