package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpEngineTest {
    private final AtomicLong nanos = new AtomicLong(77);
    private Instant now = Instant.parse("2026-12-01T00:00:00Z");

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
        assertThat(HexFormat.of().formatHex(first.id()))
                .startsWith("80007ed905")
                .hasSize(13 * 2);
    }

    @Test
    void noTwoAreTheSame() throws IOException {
        SnmpEngine other = SnmpEngine.start(folder.resolve("other"), () -> now, nanos::get);
        assertThat(start().id()).isNotEqualTo(other.id());
    }

    @Test
    void itsTimeBeginsWithItsStart() throws IOException {
        SnmpEngine engine = start();
        nanos.addAndGet(90_500_000_000L);

        assertThat(SnmpParts.up(engine).toLong()).isEqualTo(9050);
    }

    /** Receivers would take nothing from it any more; RFC 3414 wants another id then. */
    @Test
    void whoHasStartedTooOftenIsAnother() throws IOException {
        Files.writeString(file(), "engine 80007ed9050102030405060708\nboots 2147483646\n");
        SnmpEngine engine = start();

        assertThat(engine.boots()).isEqualTo(1);
        assertThat(HexFormat.of().formatHex(engine.id())).isNotEqualTo("80007ed9050102030405060708");
    }

    /** It is somebody's mistake, or a disk's: the id that receivers know may still be in a backup. */
    @ParameterizedTest
    @ValueSource(strings = {"", "engine \nboots 1\n", "engine 80007ed9050102030405060708\n", "\u0000\u0000\u0000"})
    void whatIsNoEngineIsNotReplacedInSilence(String text) throws IOException {
        Files.writeString(file(), text);
        SnmpEngine engine = SnmpEngine.start(folder, () -> now, nanos::get);

        assertThat(engine.id()).hasSize(13);
        assertThat(engine.save())
                .hasValueSatisfying(what -> assertThat(what)
                        .contains("snmp-engine does not hold an SNMP engine", "restore", "or remove it")
                        .contains(HexFormat.of().formatHex(engine.id())));
        assertThat(Files.readString(file())).isEqualTo(text);

        Files.delete(file());
        assertThat(engine.save()).as("as it said").isEmpty();
        assertThat(start().id()).isEqualTo(engine.id());
    }

    @Test
    void aFileThatCannotBeWrittenKeepsNobodyFromStarting() throws IOException {
        SnmpEngine first = start();
        Files.createDirectory(folder.resolve("snmp-engine.new"));
        SnmpEngine second = SnmpEngine.start(folder, () -> now, nanos::get);

        assertThat(second.save())
                .hasValueSatisfying(
                        what -> assertThat(what).contains("snmp-engine cannot be written", "check the disk"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.boots()).isEqualTo(2);

        Files.delete(folder.resolve("snmp-engine.new"));
        assertThat(second.save()).as("there is room again").isEmpty();
        assertThat(start().boots()).isEqualTo(3);
    }

    /** Nobody could write down how often it was started, and receivers must not take one start for another. */
    @Test
    void eachStartIsALaterOneAlthoughNoneIsWrittenDown() throws IOException {
        SnmpEngine first = start();
        Files.createDirectory(folder.resolve("snmp-engine.new"));
        int last = first.boots();
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(70);
            SnmpEngine next = SnmpEngine.start(folder, () -> now, nanos::get);
            assertThat(next.boots()).isGreaterThan(last);
            last = next.boots();
        }
        Files.delete(folder.resolve("snmp-engine.new"));
        now = now.plusSeconds(70);
        assertThat(start().boots()).isGreaterThan(last);
    }

    private SnmpEngine start() {
        SnmpEngine engine = SnmpEngine.start(folder, () -> now, nanos::get);
        assertThat(engine.save()).isEmpty();
        return engine;
    }

    private Path file() {
        return folder.resolve("snmp-engine");
    }
}
