package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of changed files, look by look: nobody waits here. */
class ConfigWatchTest {
    private static final int SOON = 4;

    @TempDir
    private Path folder;

    private ConfigFolder config;
    private ConfigWatch watch;

    @BeforeEach
    void running() {
        config = ConfigFolder.in(folder).write("channels/a.yaml", "channel: CH_001\n");
        watch = new ConfigWatch(
                config.main(), new Secrets(Map.of("TOKEN", "x")::get, true), configuration -> {}, errors -> {});
        assertThat(told()).isEqualTo("CH_001");
    }

    @Test
    void nothingNewIsNothing() throws IOException {
        assertThat(told()).isEqualTo("nothing");
        Files.setLastModifiedTime(
                folder.resolve("channels/a.yaml"), FileTime.from(Instant.now().plusSeconds(60)));
        config.write("channels/a.yaml", "channel: CH_001\n");
        config.write("channels/notes.txt", "not ours");
        assertThat(told()).isEqualTo("nothing");
    }

    @Test
    void savedAddedRemoved() throws IOException {
        config.write("channels/a.yaml", "channel: CH_002\n");
        assertThat(told()).isEqualTo("CH_002");
        config.write("channels/b.yaml", "channel: CH_003\n");
        assertThat(told()).isEqualTo("CH_002 CH_003");
        Files.delete(folder.resolve("channels/a.yaml"));
        assertThat(told()).isEqualTo("CH_003");
    }

    @Test
    void savedWithinTheSameTickOfTheFileSystemsClock() throws IOException {
        Path file = folder.resolve("channels/a.yaml");
        FileTime time = Files.getLastModifiedTime(file);
        config.write("channels/a.yaml", "channel: CH_002\n");
        Files.setLastModifiedTime(file, time);
        assertThat(told()).isEqualTo("CH_002");
    }

    @Test
    void savedByRenaming() throws IOException {
        Path file = folder.resolve("channels/a.yaml");
        Files.move(file, folder.resolve("channels/a.yaml~"));
        assertThat(watch.look()).isEmpty();
        config.write("channels/.a.yaml.swp", "channel: CH_002\n");
        Files.move(folder.resolve("channels/.a.yaml.swp"), file, StandardCopyOption.ATOMIC_MOVE);
        assertThat(told()).isEqualTo("CH_002");
    }

    @Test
    void writtenInPieces() {
        config.write("channels/a.yaml", "");
        assertThat(watch.look()).isEmpty();
        config.write("channels/a.yaml", "channel: CH_00");
        assertThat(watch.look()).isEmpty();
        config.write("channels/a.yaml", "channel: CH_002\ntier: t");
        assertThat(watch.look()).isEmpty();
        config.write("channels/a.yaml", "channel: CH_002\ntier: top\n");
        assertThat(told()).isEqualTo("CH_002");
    }

    @Test
    void brokenIsToldOnceAndRepairedIsTold() {
        config.write("channels/a.yaml", "chanel: CH_002\n");
        assertThat(told()).startsWith("channels/a.yaml:1:1: ");
        assertThat(told()).isEqualTo("nothing");
        config.write("channels/a.yaml", "channel: CH_001\n");
        assertThat(told()).isEqualTo("CH_001");
    }

    @Test
    void goneAndBack() throws IOException {
        Files.move(folder.resolve("channels"), folder.resolve("elsewhere"));
        assertThat(told()).isEqualTo("channels:1:1: there is no such folder; write the channel profiles into one");
        Files.move(folder.resolve("elsewhere"), folder.resolve("channels"));
        assertThat(told()).isEqualTo("CH_001");
        String text = ConfigFolder.text(config.main());
        Files.delete(config.main());
        assertThat(told()).isEqualTo("rungwatch.yaml:1:1: there is no such file; check the path");
        config.write("rungwatch.yaml", text);
        assertThat(told()).isEqualTo("CH_001");
    }

    @Test
    void anotherFolder() {
        config.write("others/x.yaml", "channel: CH_009\n");
        config.write(
                "rungwatch.yaml", ConfigFolder.text(config.main()).replace("channels: channels", "channels: others"));
        assertThat(told()).isEqualTo("CH_009");
        config.write("others/x.yaml", "channel: CH_010\n");
        assertThat(told()).isEqualTo("CH_010");
        config.write("channels/a.yaml", "channel: CH_002\n");
        assertThat(told()).isEqualTo("nothing");
    }

    @Test
    void theThreadTellsWithinTwoSeconds() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (ConfigWatch thread =
                new ConfigWatch(config.main(), loaded -> told.add(names(loaded)), errors -> told.add("refused"))) {
            thread.start();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("CH_001");
            config.write("channels/a.yaml", "channel: CH_002\n");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("CH_002");
            config.write("channels/a.yaml", "channel\n");
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("refused");
        }
    }

    private String told() {
        for (int i = 0; i < SOON; i++) {
            Optional<ConfigLoader.Result> result = watch.look();
            if (result.isPresent()) {
                return result.get() instanceof ConfigLoader.Loaded loaded
                        ? names(loaded.configuration())
                        : String.join("\n", config.told(errors(result.get())));
            }
        }
        return "nothing";
    }

    private static List<ConfigError> errors(ConfigLoader.Result result) {
        return result instanceof ConfigLoader.Refused refused ? refused.errors() : List.of();
    }

    private static String names(Configuration configuration) {
        return String.join(
                " ",
                configuration.channels().stream()
                        .map(profile -> profile.channel())
                        .toList());
    }
}
