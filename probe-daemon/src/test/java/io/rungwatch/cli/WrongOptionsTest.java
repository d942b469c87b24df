package io.rungwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is written wrongly on the command line, or cannot be had, is said in words. */
@Timeout(60)
class WrongOptionsTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter told = new StringWriter();

    /** `command line | what is told`. */
    private static final String WRONG = """
            simulate --port 70000 | --port must be 0, or from 1 to 65531 (the layers below follow), not 70000
            simulate --port -1 | --port must be 0, or from 1 to 65531
            simulate --port 0 --channels 0 | --channels must be 1 or more, not 0
            simulate --port 0 --segment 0s | --segment must be longer than 0 s
            check http://127.0.0.1:1/x.m3u8 --segments -1 | --segments must be 0 or more, not -1
            check http://127.0.0.1:1/x.m3u8 --fail-on bad | Invalid value for option '--fail-on': expected one of info, minor, major, critical but was 'bad'
            checks PLAYLIST_STALE | no check is called PLAYLIST_STALE (did you mean playlist_stale?)
            checks playlist_stal | no check is called playlist_stal (did you mean playlist_stale?)
            explain-headers src | src is a folder; name a file with headers in it
            replay src | src is a folder; name a HAR file in it
            replay ../README.md | ../README.md: this is no JSON, and so no HAR file
            """;

    @Test
    void whatIsWrittenWrongly() {
        for (String row : WRONG.lines().toList()) {
            String[] cells = row.split(" \\| ", -1);

            assertThat(run(cells[0].split(" ", -1))).startsWith("2 rungwatch: " + cells[1]);
        }
    }

    @Test
    void aLimitIsWholeWhereNothingFollows() {
        assertThat(run("checks", "rendition_out_of_sync")).contains(" × target duration, ");
        assertThat(run("checks", "rendition_out_of_sync", "--format", "json"))
                .contains(" × target duration\"")
                .doesNotContain("duration,\"");
    }

    @Test
    void aPortThatAnotherProgramHas() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            Files.createDirectories(folder.resolve("channels"));
            Files.writeString(folder.resolve("channels/a.yaml"), "channel: CH_001\nmanifests: { hls: /x }\n");
            Path file = Files.writeString(folder.resolve("rungwatch.yaml"), """
                    http: { listen: 127.0.0.1:%s }
                    state: state/
                    layers: [ { layer: edge, kind: edge, team: cdn, base: "http://127.0.0.1:1" } ]
                    """.formatted(port));

            assertThat(run("simulate", "--port", port))
                    .isEqualTo("2 rungwatch: 127.0.0.1:" + port
                            + " is in use by another program: stop it, or give another --port\n");
            assertThat(run("run", "--config", file.toString()))
                    .isEqualTo("2 rungwatch: 127.0.0.1:" + port
                            + " is in use by another program: stop it, or give another http.listen\n");
        }
    }

    /** The exit code and what it says. */
    private String run(String... arguments) {
        told.getBuffer().setLength(0);
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(told, true)).setErr(new PrintWriter(told, true));
        return main.execute(arguments) + " " + told;
    }
}
