package io.rungwatch.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder = Path.of("");

    /** Of a page for which there was no room nothing is there, and the next one is written. */
    @Test
    void aDiskThatWasFullIsWrittenAgain() throws Exception {
        try (Journal journal = Journal.open(folder.resolve("journal.db?max_page_count=20"))) {
            write(journal, Map.of("before", Optional.of("x")));

            Map<String, Optional<String>> large = Map.of("large", Optional.of("x".repeat(1 << 20)));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> write(journal, large)).hasMessageContaining("SQLITE_FULL");
            }

            write(journal, Map.of("after", Optional.of("x")));
        }
        try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
            assertThat(journal.takeContent().memory()).containsOnlyKeys("before", "after");
        }
    }

    private static void write(Journal journal, Map<String, Optional<String>> memory) throws SQLException {
        journal.write(Page.of(List.of(), memory), Map.of(), Set.of(), 0);
    }
}
