package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpEngineTest {
    private final AtomicLong nanos = new AtomicLong(77);

    @TempDir
    private Path folder;

    @Test
    void itKeepsItsIdAndCountsItsStarts() throws IOException {
        SnmpEngine first = start();
        SnmpEngine second = start();
        SnmpEngine third = start();

        assertThat(first.boots()).isEqualTo(1);
        assertThat(second.boots()).isEqualTo(2);
        assertThat(third.boots()).isEqualTo(3);
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(first.id().toHexString()).startsWith("80:00:7e:d9:05:").hasSize(13 * 3 - 1);
    }

    @Test
    void noTwoAreTheSame() throws IOException {
        SnmpEngine other = SnmpEngine.start(folder.resolve("other"), nanos::get);
        assertThat(start().id()).isNotEqualTo(other.id());
    }

    @Test
    void itsTimeBeginsWithItsStart() throws IOException {
        SnmpEngine engine = start();
        nanos.addAndGet(90_500_000_000L);

        assertThat(engine.time()).isEqualTo(90);
        assertThat(engine.up().toLong()).isEqualTo(9050);
    }

    /** Receivers would take nothing from it any more; RFC 3414 wants another id then. */
    @Test
    void whoHasStartedTooOftenIsAnother() throws IOException {
        Files.writeString(file(), "engine 80007ed9050102030405060708\nboots 2147483646\n");
        SnmpEngine engine = start();

        assertThat(engine.boots()).isEqualTo(1);
        assertThat(engine.id().toHexString()).isNotEqualTo("80:00:7e:d9:05:01:02:03:04:05:06:07:08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "engine \nboots 1\n", "engine 80007ed9050102030405060708\n", "\u0000\u0000\u0000"})
    void whatIsNoEngineIsNotReplacedInSilence(String text) throws IOException {
        Files.writeString(file(), text);
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("snmp-engine does not hold an SNMP engine; restore it, or remove it");
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    private SnmpEngine start() throws IOException {
        return SnmpEngine.start(folder, nanos::get);
    }

    private Path file() {
        return folder.resolve("snmp-engine");
    }
}
