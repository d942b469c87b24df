package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file ends the daemon. */
class ConfigHostileTest {
    @TempDir
    private Path folder;

    @Test
    void aliasesWithinAliases() {
        StringBuilder bomb = new StringBuilder("channel: CH_001\na0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(told(bomb.toString()))
                .isEqualTo(
                        "channels/x.yaml:2:5: anchors and aliases are not read; share through ladders and defaults of "
                                + "rungwatch.yaml");
    }

    @Test
    void nestedTenThousandLevelsDeep() {
        assertThat(told("channel: " + "[".repeat(10_000)))
                .isEqualTo("channels/x.yaml:1:29: nested deeper than 20 levels; no configuration is");
        assertThat(told("channel: " + "{a: ".repeat(10_000))).contains("nested deeper");
        assertThat(told("- ".repeat(10_000) + "x")).contains("nested deeper");
    }

    @Test
    void aHundredMegabytes() throws IOException {
        ConfigFolder config = ConfigFolder.in(folder).write("channels/x.yaml", "channel: ");
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("channels/x.yaml").toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        assertThat(config.errors())
                .containsExactly("channels/x.yaml:1:1: larger than 1 MiB; spread the channels over several files");
    }

    @Test
    void aMebibyteOfTinyValues() {
        assertThat(told("channel: CH_001\nlayers: [" + "a,".repeat(500_000) + "]"))
                .contains("more than 200000 values");
        assertThat(told("channel: CH_001\nlayers: [" + "a,".repeat(90_000) + "]")
                        .lines())
                .hasSize(Errors.MOST);
    }

    @Test
    void bytesThatAreNoText() {
        assertThat(told("channel: CH_001\nname: a\0b\n"))
                .isEqualTo("channels/x.yaml:2:8: control character U+0000; remove it");
        assertThat(told("channel: CH_001\nname: \"a\\0b\"\n")).contains("2:7: 'a b' is not a text");
        ConfigFolder latin = ConfigFolder.in(folder)
                .write("channels/x.yaml", "channel: CH_001\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.errors())
                .containsExactly("channels/x.yaml:2:10: not UTF-8 from here on; save the file as UTF-8");
        ConfigFolder mark = ConfigFolder.in(folder).write("channels/x.yaml", "\uFEFFchannel: CH_001\n");
        assertThat(mark.load()).isInstanceOf(ConfigLoader.Loaded.class);
    }

    @Test
    void whatIsNoFile() throws IOException {
        Path none = folder.resolve("none.yaml");
        assertThat(ConfigLoader.load(none).toString()).contains("there is no such file; check the path");
        assertThat(ConfigLoader.load(folder).toString()).contains("is a folder; name a file");
        assertThat(ConfigLoader.load(Path.of("/dev/zero")).toString()).contains("is no regular file");
        ConfigFolder config = ConfigFolder.in(folder);
        Files.createDirectories(folder.resolve("channels/x.yaml"));
        assertThat(config.errors()).containsExactly("channels/x.yaml:1:1: is a folder; name a file");
        Files.delete(folder.resolve("channels/x.yaml"));
        assertThat(config.errors()).containsExactly("channels:1:1: holds no *.yaml; write a channel profile into it");
    }

    /** Whatever bytes a disk may hand out: an answer, never an exception. */
    @Test
    void anyBytes() {
        byte[] good = ConfigFolder.text(ConfigFolder.RESOURCES.resolve("rungwatch.yaml"))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        ConfigFolder config = ConfigFolder.in(folder).write("channels/x.yaml", "channel: CH_001\n");
        for (int round = 0; round < 500; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? good[random.nextInt(good.length)] : (byte) random.nextInt(128);
            }
            assertThat(config.write("rungwatch.yaml", bytes).load()).isNotNull();
        }
    }

    private String told(String text) {
        return String.join(
                "\n", ConfigFolder.in(folder).write("channels/x.yaml", text).errors());
    }
}
