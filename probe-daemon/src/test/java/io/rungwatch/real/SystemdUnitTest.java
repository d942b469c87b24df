package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The unit as systemd reads it. */
@Tag("debian")
class SystemdUnitTest {
    private static final Path UNIT =
            Path.of(System.getProperty("project.root", ".."), "deploy/systemd/rungwatch.service");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for rungwatch.service: ([0-9.]+)");
    private static final double MOST = 1.5;

    @Test
    void itHasFewRights() throws Exception {
        Matcher exposure = EXPOSURE.matcher(analyze("security", "--offline=true", "--no-pager"));

        assertThat(exposure.find()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(MOST);
    }

    /** It is not installed here, which is all that may be said of it. */
    @Test
    void itIsUnderstood() throws Exception {
        assertThat(analyze("verify", "--man=no").lines())
                .allMatch(line -> line.contains("Command /usr/bin/rungwatch is not executable"));
    }

    private static String analyze(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "systemd-analyze";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[command.length - 1] = UNIT.toString();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
