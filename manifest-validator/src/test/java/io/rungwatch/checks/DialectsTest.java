package io.rungwatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.stage.Chain;
import io.rungwatch.watch.PollReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packagers have habits; none of them is a fault. {@code -Dupdate=true} rewrites told.txt. */
class DialectsTest {
    static Stream<Dialect> dialects() {
        return Dialect.all();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void nobodyIsWokenByAHabit(Dialect dialect) throws IOException {
        Chain chain = dialect.watched();
        String told = Dialect.told(chain);
        List<PollReport> reports = chain.reports();

        assertThat(reports.size()).isGreaterThan(8);
        assertThat(reports).allMatch(report -> Dialect.isAnswered(report.outcome()));
        assertThat(reports).allMatch(report -> report.faults().isEmpty());
        assertThat(reports.stream()
                        .flatMap(report -> report.findings().stream())
                        .filter(Dialect::wakesSomebody)
                        .map(Finding::message))
                .as(told)
                .isEmpty();
        if (Boolean.getBoolean("update")) {
            Files.writeString(dialect.golden(), told);
        }
        assertThat(told).isEqualTo(Files.readString(dialect.golden()));
    }
}
