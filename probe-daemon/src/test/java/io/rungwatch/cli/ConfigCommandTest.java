package io.rungwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("project.root", ".."), "config");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void lintOfWhateverPath() {
        assertThat(run("lint", EXAMPLE + "/rungwatch.yaml")).isEqualTo("0 ok: 6 channels on 4 layers\n");
        assertThat(run("lint", EXAMPLE.toString())).isEqualTo("0 ok: 6 channels on 4 layers\n");
        assertThat(run("lint", EXAMPLE + "/channels")).isEqualTo("0 ok: 6 channels on 4 layers\n");
        assertThat(run("lint", EXAMPLE + "/channels/ch_001.yaml")).isEqualTo("0 ok: 1 channel on 4 layers\n");
        assertThat(run("lint", EXAMPLE + "/none.yaml"))
                .isEqualTo("2 " + EXAMPLE + "/none.yaml:1:1: there is no such file; check the path\n");
    }

    @Test
    void lintOfAFileOnItsOwn() throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "channel: CH_001\nteir: top\nmode: lvie\n");
        assertThat(run("lint", file.toString())).isEqualTo("""
                2 %1$s:2:1: unknown key 'teir' in a channel profile; did you mean 'tier'?
                %1$s:3:7: 'lvie' is not a mode; did you mean 'live'?
                """.formatted(file));
        Files.writeString(file, "chanel: CH_001\n");
        assertThat(run("lint", file.toString())).contains("did you mean 'channel'?");
        Files.writeString(file, "layers: []\nhttp: {}\n");
        assertThat(run("lint", file.toString())).contains("declares no layer");
    }

    @Test
    void lintWithoutItsSecrets() throws IOException {
        Path file = folder.resolve("rungwatch.yaml");
        Files.createDirectories(folder.resolve("channels"));
        Files.writeString(folder.resolve("channels/a.yaml"), "channel: CH_001\nmanifests: { hls: /x }\n");
        Files.writeString(file, """
                http: { listen: 0.0.0.0:9464, plaintext: true, token: "${file:/nowhere}" }
                layers: [ { layer: edge, kind: edge, team: cdn, base: http://edge } ]
                """);
        assertThat(run("lint", file.toString())).startsWith("2 ").contains("secret file '/nowhere'");
        assertThat(run("lint", "--without-secrets", file.toString())).isEqualTo("0 ok: 1 channel on 1 layer\n");
        assertThat(run("show", "CH_001", "--config", file.toString())).startsWith("0 channel: CH_001\n");
    }

    @Test
    void lintOfWhatFailsLater() throws IOException {
        Path file = folder.resolve("rungwatch.yaml");
        Files.createDirectories(folder.resolve("channels"));
        Files.writeString(folder.resolve("channels/a.yaml"), "channel: CH_001\nmanifests: { hls: /x }\n");
        Files.writeString(folder.resolve("key.pem"), "");
        Files.writeString(file, """
                http:
                  token: let-me-in
                  tls: { certificate: no.pem, key: key.pem }
                layers:
                  - { layer: origin, kind: origin, team: cdn, base: http://edge }
                  - { layer: edge, kind: edge, team: cdn, base: http://edge }
                alerts:
                  notifiers:
                    file: { log: nowhere/alerts.log }
                    beside: { log: alerts.log }
                """);
        String doubts = """
                %1$s:2:10: warning: 'token' stands here for everybody to read; write ${NAME} or ${file:/path}
                %1$s:6:49: warning: layer 'edge' has the base of 'origin': it would be compared with itself
                """.formatted(file);

        assertThat(run("lint", file.toString())).isEqualTo("""
                2 %1$s:3:23: file 'no.pem' is not there, or may not be read; check the path
                """.formatted(file) + doubts + """
                %s:9:18: warning: the folder of 'nowhere/alerts.log' is not there yet; make it, unless systemd does at the start (LogsDirectory=)
                """.formatted(file));
        assertThat(run("lint", "--without-secrets", file.toString()))
                .isEqualTo("0 " + doubts + "ok: 1 channel on 2 layers\n");
    }

    /** On a fresh host that of the packages' log is missing: systemd makes it when the unit starts, after who lints first. */
    @Test
    void lintBeforeTheFirstStart() throws IOException {
        Path file = folder.resolve("rungwatch.yaml");
        Files.createDirectories(folder.resolve("channels"));
        Files.writeString(folder.resolve("channels/a.yaml"), "channel: CH_001\nmanifests: { hls: /x }\n");
        Files.writeString(file, """
                layers: [ { layer: edge, kind: edge, team: cdn, base: http://edge } ]
                alerts: { notifiers: { audit: { log: log/alerts.jsonl } } }
                """);

        assertThat(run("lint", file.toString()))
                .startsWith("0 " + file + ":2:38: warning: the folder of 'log/alerts.jsonl' is not there yet")
                .endsWith("ok: 1 channel on 1 layer\n");
    }

    @Test
    void show() {
        String config = EXAMPLE + "/rungwatch.yaml";
        assertThat(run("show", "CH_006", "--config", config))
                .startsWith("0 channel: CH_006\n")
                .contains("manifests: { hls: /live/CH_006/master.m3u8 }")
                .contains("- { rung: 4K, bitrate: 15M, resolution: 3840x2160, codec: hevc }");
        assertThat(run("show", "CH_06", "--config", config))
                .isEqualTo("2 unknown channel 'CH_06'; did you mean 'CH_006'?\n");
        assertThat(run("show", "CH_001", "--config", EXAMPLE + "/none.yaml")).startsWith("2 ");
    }

    @Test
    void schema() {
        assertThat(run("schema")).startsWith("0 {").contains("channel profile");
        assertThat(run("schema", "--for", "daemon")).startsWith("0 {").contains("\"layers\"");
        assertThat(run("schema", "--for", "nothing")).startsWith("2 ");
    }

    private String run(String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(out, true);
        int exit = new CommandLine(new ConfigCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return exit + " " + out;
    }
}
