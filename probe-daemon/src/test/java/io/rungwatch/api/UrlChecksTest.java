package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UrlChecksTest {
    /** As where no file can be opened for its loop. */
    @Test
    @Timeout(60)
    void oneThatCannotBeginTakesNobodysPlace() throws Exception {
        UrlChecks checks = new UrlChecks(InstantSource.system(), () -> {
            throw new IllegalStateException("too many open files");
        });
        for (int i = 0; i < 5; i++) {
            UrlCheck begun = checks.begin(Url.parse("http://127.0.0.1:9/live/a.m3u8"), Duration.ZERO)
                    .orElseThrow();
            while (begun.isRunning()) {
                Thread.onSpinWait();
            }
            assertThat(begun.view().get("state")).isEqualTo("failed");
            assertThat(begun.view().toString()).contains("the check failed: too many open files");
        }
    }
}
