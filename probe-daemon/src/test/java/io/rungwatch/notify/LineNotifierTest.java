package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineNotifierTest {
    @TempDir
    private Path folder;

    private Path file;
    private LineNotifier log;

    @BeforeEach
    void open() {
        file = folder.resolve("alerts.jsonl");
        log = new LineNotifier(new LineSettings(file, true), Messages.LINKS);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void eachMessageIsALine() throws Exception {
        log.deliver(Messages.raised());
        log.deliver(Messages.cleared());

        assertThat(kinds(file)).containsExactly("raised", "cleared");
    }

    @Test
    void aFileThatIsThereGoesOn() throws Exception {
        log.deliver(Messages.raised());
        log.close();
        new LineNotifier(new LineSettings(file, false), Messages.LINKS).deliver(Messages.cleared());

        assertThat(kinds(file)).containsExactly("raised", "cleared");
    }

    @Test
    void aFileThatWasMovedAwayIsBegunAnew() throws Exception {
        Path old = folder.resolve("alerts.jsonl.1");
        log.deliver(Messages.raised());
        Files.move(file, old);
        log.deliver(Messages.acknowledged());
        Files.delete(file);
        Files.createFile(file);
        log.deliver(Messages.cleared());

        assertThat(kinds(old)).containsExactly("raised");
        assertThat(kinds(file)).containsExactly("cleared");
    }

    @Test
    void aFileThatWasEmptiedBeginsAtItsTop() throws Exception {
        log.deliver(Messages.raised());
        Files.write(file, new byte[0]);
        log.deliver(Messages.cleared());

        assertThat(kinds(file)).containsExactly("cleared");
    }

    @Test
    void halfALineIsNotContinued() throws Exception {
        Files.writeString(file, "{\"version\":1,\"ki");
        log.deliver(Messages.raised());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(kind(lines.get(1))).isEqualTo("raised");
    }

    @Test
    void noFolderIsMade() {
        log = new LineNotifier(new LineSettings(folder.resolve("none/alerts.jsonl"), false), Messages.LINKS);

        assertThatExceptionOfType(Undelivered.class)
                .isThrownBy(() -> log.deliver(Messages.raised()))
                .withMessageContaining("alerts.jsonl cannot be written")
                .matches(why -> !why.isRefused());
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsElsewhereIsNotWrittenTo() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.createSymbolicLink(file, elsewhere);

        assertThatExceptionOfType(Undelivered.class).isThrownBy(() -> log.deliver(Messages.raised()));
        assertThat(elsewhere).doesNotExist();
    }

    private static List<String> kinds(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(LineNotifierTest::kind).toList();
    }

    private static String kind(String line) {
        return Json.read(line.getBytes(StandardCharsets.UTF_8)).path("kind").asString();
    }
}
