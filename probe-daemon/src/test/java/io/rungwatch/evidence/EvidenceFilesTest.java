package io.rungwatch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFilesTest {
    private static final byte[] HAR = new byte[100];

    @TempDir
    private Path root;

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    private EvidenceFiles files() {
        return new EvidenceFiles(
                root.resolve("evidence"), new EvidenceFiles.Bounds(100, 250, Duration.ofDays(30)), () -> now);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        files().write("a81f00c2", HAR);

        assertThat(files().read("a81f00c2"))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(HAR));
        assertThat(files().has("a81f00c2")).isTrue();
        assertThat(files().read("a81f00c3")).isEmpty();
        assertThat(names()).containsExactly("a81f00c2.har");
    }

    @Test
    void theFirstStays() throws IOException {
        files().write("a", HAR);
        files().write("a", new byte[1]);

        assertThat(files().read("a"))
                .hasValueSatisfying(read -> assertThat(read).hasSize(100));
    }

    @Test
    void theOldestGoWhenThereIsNoRoom() throws IOException {
        for (String id : List.of("c", "a", "b")) {
            files().write(id, HAR);
            now = now.plusSeconds(1);
        }

        assertThat(names()).containsExactly("a.har", "b.har");
    }

    @Test
    void whatIsTooOldGoes() throws IOException {
        files().write("a", HAR);
        now = now.plus(Duration.ofDays(29));
        files().write("b", HAR);
        now = now.plus(Duration.ofDays(2));
        files().sweep();

        assertThat(names()).containsExactly("b.har");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatIOException().isThrownBy(() -> files().write("a", new byte[101]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/b", "a.har", "a\\b", "a\u0000", "-a", "%2e%2e"})
    void noIdLeadsOutOfTheFolder(String id) throws IOException {
        Files.write(root.resolve("a.har"), HAR);

        assertThat(files().read(id)).isEmpty();
        assertThatIOException().isThrownBy(() -> files().write(id, HAR));
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.write(root.resolve("elsewhere"), HAR);
        Files.createDirectories(root.resolve("evidence"));
        Files.createSymbolicLink(root.resolve("evidence/a.har"), elsewhere);

        assertThat(files().read("a")).isEmpty();
    }

    @Test
    void whatACrashLeftBehindGoesAndWhatIsNotOursStays() throws IOException {
        files().write("a", HAR);
        Files.write(root.resolve("evidence/x.unfinished"), HAR);
        Files.write(root.resolve("evidence/README"), HAR);
        files().sweep();

        assertThat(names()).containsExactly("README", "a.har");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("evidence"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
