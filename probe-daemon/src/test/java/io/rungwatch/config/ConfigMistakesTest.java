package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad file for each rule, and beside it exactly what an engineer reads. `-Dupdate=true` rewrites what is read. */
class ConfigMistakesTest {
    private static final Path BAD = ConfigFolder.RESOURCES.resolve("bad");

    @TempDir
    private Path folder;

    static List<Path> profiles() throws IOException {
        return yaml("profile");
    }

    static List<Path> daemons() throws IOException {
        return yaml("daemon");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void profile(Path bad) throws IOException {
        ConfigFolder config = ConfigFolder.in(folder).write("channels/bad.yaml", ConfigFolder.text(bad));
        compare(bad, config.errors());
    }

    @ParameterizedTest
    @MethodSource("daemons")
    void daemon(Path bad) throws IOException {
        ConfigFolder config = new ConfigFolder(folder)
                .write("rungwatch.yaml", ConfigFolder.text(bad))
                .write("channels/ch_001.yaml", "channel: CH_001\n")
                .write("channels/ch_002.yaml", "channel: CH_002\n");
        compare(bad, config.errors());
    }

    @Test
    void twoProfilesForOneChannelInTwoFiles() {
        ConfigFolder config = ConfigFolder.in(folder)
                .write("channels/a.yaml", "channel: CH_001\n")
                .write("channels/b.yml", "channel: CH_002\n---\nchannel: CH_001\n");
        assertThat(config.errors())
                .containsExactly("channels/b.yml:3:10: channel 'CH_001' already has a profile at "
                        + "channels/a.yaml:1:10; remove one");
    }

    @Test
    void everyFileIsToldOf() {
        ConfigFolder config = ConfigFolder.in(folder)
                .write("channels/a.yaml", "channel: [\n")
                .write("channels/b.yaml", "channel: CH_002\ntier: tpo\n");
        assertThat(config.errors()).hasSize(2);
    }

    private static List<Path> yaml(String kind) throws IOException {
        try (Stream<Path> files = Files.list(BAD.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path bad, List<String> told) throws IOException {
        Path beside = Path.of(bad.toString().replace(".yaml", ".txt"));
        String text = String.join("\n", told).replace(folder + "/", "") + "\n";
        if (Boolean.getBoolean("update")) {
            Files.writeString(beside, text);
        }
        assertThat(text).isEqualTo(Files.readString(beside));
    }
}
