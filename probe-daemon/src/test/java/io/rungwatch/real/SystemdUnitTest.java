package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit as systemd reads it. */
@Tag("debian")
class SystemdUnitTest {
    private static final Path UNIT =
            Path.of(System.getProperty("project.root", ".."), "deploy/systemd/rungwatch.service");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for rungwatch.service: ([0-9.]+)");
    private static final double MOST = 1.5;

    @TempDir
    private Path folder = Path.of("");

    private record Said(int exit, String text) {}

    @Test
    void itHasFewRights() throws Exception {
        Said said = run("systemd-analyze", "security", "--offline=true", "--no-pager", UNIT.toString());
        Matcher exposure = EXPOSURE.matcher(said.text());

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(exposure.find()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(MOST);
    }

    /** Rungwatch is not installed here, so another program stands for it. */
    @Test
    void itIsUnderstood() throws Exception {
        assertThat(verified("")).isEqualTo(new Said(0, ""));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() throws Exception {
        assertThat(verified("RestratSec=5s\n").text()).contains("RestratSec");
    }

    /** Ten quick failures in a row once left it failed for good: a port that is taken for half a minute was enough. */
    @Test
    void itIsStartedAgainForAsLongAsItTakes() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains("StartLimitIntervalSec=0", "Restart=always", "RestartSec=5s")
                .noneMatch(line -> line.startsWith("StartLimitBurst="));
    }

    /** Who is invented when the unit starts can be given no key before. */
    @Test
    void itsUserIsMadeBeforeItRuns() throws Exception {
        Path users = UNIT.resolveSibling("sysusers.conf").toAbsolutePath();
        Files.createDirectory(folder.resolve("etc"));

        Said said = run("systemd-sysusers", "--root=" + folder, users.toString());

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(Files.readString(folder.resolve("etc/passwd"))).startsWith("rungwatch:x:");
        assertThat(Files.readAllLines(UNIT)).contains("User=rungwatch");
    }

    /** @param more lines of its last section but one */
    private Said verified(String more) throws Exception {
        Path copy = folder.resolve(UNIT.getFileName());
        Files.writeString(
                copy,
                Files.readString(UNIT)
                        .replace("ExecStart=/usr/bin/rungwatch", "ExecStart=/bin/true")
                        .replace("\n[Install]", more + "\n[Install]"));
        return run("systemd-analyze", "verify", "--man=no", copy.toString());
    }

    private static Said run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }
}
