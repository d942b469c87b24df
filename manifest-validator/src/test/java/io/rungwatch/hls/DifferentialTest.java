package io.rungwatch.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside io.lindstrom:m3u8-parser: what it accepts, both must understand alike. Where we differ, here is why. */
class DifferentialTest {
    private record Difference(String why, String ourLine) {}

    /** Players play these; one odd line must not blind the probe. */
    private static final Map<String, Difference> REFUSED_BY_LINDSTROM = Map.ofEntries(
            Map.entry("bom", new Difference("a byte order mark is minor", "segment a.ts 6000000000 title ")),
            Map.entry("date-without-zone", new Difference("the newer draft says UTC", "  date 1772352000000000000")),
            Map.entry(
                    "daterange-update-without-start",
                    new Difference("later tags of one ID may leave START-DATE out", "  range a 0 0 null")),
            Map.entry(
                    "frame-rate-and-average-missing",
                    new Difference(
                            "640X360 is a number problem, not the end",
                            "rung a.m3u8 800000 0 0x0 [] null null" + " null 0.0 null null null false")),
            Map.entry(
                    "iptv-header-with-attributes",
                    new Difference("IPTV lists put attributes behind the header", "segment a.ts 6000000000 title ")),
            Map.entry(
                    "media-sequence-in-the-upper-half",
                    new Difference("the number is unsigned", "sequence -9223372036854775803")),
            Map.entry(
                    "method-of-the-newest-draft",
                    new Difference("unknown methods are for the key check", "segment a.ts 6000000000 title ")),
            Map.entry("no-target-duration", new Difference("has a check of its own", "target 0")),
            Map.entry("second-sixty", new Difference("leap seconds exist", "  date 1483228799999000000")),
            Map.entry("target-duration-with-decimals", new Difference("6.0 is clear enough", "target 6")),
            Map.entry("trailing-blanks", new Difference("blanks are minor", "segment a.ts 6000000000 title ")));

    private static final Map<String, Difference> MISREAD_BY_LINDSTROM = Map.of(
            "cue-out-with-attributes",
            new Difference("it takes ID=\"7\" for the duration", "  out 30500000000 in false"),
            "spaces-in-attribute-list",
            new Difference(
                    "it keeps the blank inside a codec",
                    "rung a.m3u8 800000 0 640x360 [avc1.4d401e, mp4a.40.2] null null null 0.0 null null null false"),
            "two-dateranges-before-one-segment",
            new Difference("it keeps the last one only", "  range a 1772352000000000000 0 null"),
            "variables-in-multivariant",
            new Difference(
                    "it does not replace variables",
                    "rung cdn/a1/720.m3u8 1000000 0 0x0 [] null null null 0.0 null null null false"));

    static List<Path> habits() {
        return Cases.all("habits");
    }

    @ParameterizedTest
    @MethodSource("habits")
    void understandsWhatLindstromUnderstands(Path file) throws IOException {
        byte[] body = Cases.bytes(file);
        HlsDocument document = Hls.parse(body);
        assertThat(document.malformed()).as("%s", document.problems()).isFalse();
        Difference refused = REFUSED_BY_LINDSTROM.get(Cases.name(file));
        Difference misread = MISREAD_BY_LINDSTROM.get(Cases.name(file));
        if (refused != null) {
            assertThat(ours(document)).as(refused.why).contains(refused.ourLine);
            assertThatThrownBy(() -> lindstrom(document, body)).isInstanceOf(Exception.class);
        } else if (misread != null) {
            assertThat(ours(document)).as(misread.why).contains(misread.ourLine);
            assertThat(lindstrom(document, body)).doesNotContain(misread.ourLine);
        } else {
            assertThat(ours(document)).isEqualTo(lindstrom(document, body));
        }
    }

    private static List<String> ours(HlsDocument document) {
        return document instanceof MediaPlaylist media
                ? OurView.of(media)
                : OurView.of((MultivariantPlaylist) document);
    }

    private static List<String> lindstrom(HlsDocument document, byte[] body) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return document instanceof MediaPlaylist
                ? LindstromView.of(new MediaPlaylistParser(ParsingMode.LENIENT).readPlaylist(in))
                : LindstromView.of(new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(in));
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(habits()).hasSizeGreaterThanOrEqualTo(40);
    }
}
