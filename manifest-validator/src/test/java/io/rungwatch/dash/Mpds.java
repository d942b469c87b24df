package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All manifests of the test resources, and small ones made of text. */
final class Mpds {
    private static final Path CASES = Path.of("src/test/resources/cases");

    private Mpds() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".mpd"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mpd habit(String name) {
        return (Mpd) Dash.parse(bytes(CASES.resolve("mpd_habits/" + name + ".mpd")));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DashDocument parse(String text) {
        return Dash.parse(text.getBytes(UTF_8));
    }

    /** With these attributes on MPD and this inside it. */
    static Mpd mpd(String attributes, String inside) {
        return (Mpd) parse("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" " + attributes + ">\n" + inside + "</MPD>");
    }

    /** One Period, one set, one Representation, addressed like this. */
    static Mpd addressed(String attributes, String segments) {
        return mpd(
                attributes,
                "<Period id='p' start='PT0S'><AdaptationSet mimeType='video/mp4'>\n" + segments
                        + "<Representation id='v' bandwidth='7'/></AdaptationSet></Period>");
    }

    static Addressing addressing(Mpd mpd) {
        return mpd.presentation().tracks().findFirst().orElseThrow().addressing();
    }
}
