package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.Node;

class StoreShapeTest {
    private final Errors errors = new Errors(Path.of("rungwatch.yaml"));

    @Test
    void whatNobodySays() {
        assertThat(read("{}")).contains(StoreSettings.USUAL);
    }

    @Test
    void everything() {
        StoreSettings said = read("""
                        url: jdbc:postgresql://db-1:5432,db-2:5432/history?sslmode=verify-full
                        user: probe
                        password: ${DB_PASSWORD}
                        probe: hn-1
                        every: 10s
                        full: 1d
                        keep: 30d
                        keepAlerts: 1000d
                        """).orElseThrow();

        assertThat(said)
                .isEqualTo(new StoreSettings(
                        "jdbc:postgresql://db-1:5432,db-2:5432/history?sslmode=verify-full",
                        Optional.of("probe"),
                        Optional.of("hidden"),
                        Optional.of("hn-1"),
                        Duration.ofSeconds(10),
                        Duration.ofDays(1),
                        Duration.ofDays(30),
                        Duration.ofDays(1000)));
        assertThat(said.toString()).contains("probe").doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: jdbc:mysql://db/x      | is not a database; write jdbc:sqlite:FILE, in the folder of state or absolute, or jdbc:postgresql://host:port/database",
                "url: rungwatch.db           | is not a database; write jdbc:sqlite:FILE, in the folder of state or absolute, or jdbc:postgresql://host:port/database",
                "url: 'jdbc:sqlite::memory:' | is not a database; write jdbc:sqlite:FILE, in the folder of state or absolute, or jdbc:postgresql://host:port/database",
                "url: 'jdbc:postgresql://u:p@db/x' | a user or password stands in the address; write them as store.user and store.password",
                "url: 'jdbc:postgresql://db/x?password=p' | a user or password stands in the address; write them as store.user and store.password",
                "every: 5s                   | is no whole number of seconds from 10s to 1h; write 10s, 1m or up to 1h",
                "every: 2h                   | is no whole number of seconds from 10s to 1h; write 10s, 1m or up to 1h",
                "full: 12h                   | is not a number of days; write 7d or 90d, at most 9999d",
                "keep: 0d                    | is not a number of days; write 7d or 90d, at most 9999d",
            })
    void mistakes(String yaml, String told) {
        read(yaml);

        assertThat(errors.sorted())
                .singleElement()
                .extracting(ConfigError::toString)
                .asString()
                .endsWith(told);
    }

    @Test
    void noSecretIsRepeated() {
        read("url: 'jdbc:postgresql://db/x?password=pssst'");

        assertThat(errors.sorted().toString()).doesNotContain("pssst");
    }

    private Optional<StoreSettings> read(String yaml) {
        Reading in =
                new Reading(Path.of("rungwatch.yaml"), errors, new Secrets(Map.of("DB_PASSWORD", "hidden")::get, true));
        List<Node> documents = YamlFile.documents(yaml, in).orElseThrow();
        return StoreShape.SECTION
                .read(documents.getFirst(), in)
                .filter(got -> errors.none())
                .map(StoreShape::of);
    }
}
