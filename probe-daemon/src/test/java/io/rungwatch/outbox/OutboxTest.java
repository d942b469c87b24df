package io.rungwatch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Flapping;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Route;
import io.rungwatch.duty.Rules;
import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.Undelivered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what the probe notices of itself to receivers that fail, over restarts. */
@Timeout(60)
class OutboxTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-03-01T00:00:00Z");
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));

    /** A receiver that does as it is told; what it took comes out of the queue. */
    private static final class Receiver implements Notifier {
        final BlockingQueue<String> took = new LinkedBlockingQueue<>();
        final BlockingQueue<String> tried = new LinkedBlockingQueue<>();
        final AtomicInteger failing = new AtomicInteger();
        volatile String refuses = "nothing";
        volatile CountDownLatch answers = new CountDownLatch(0);

        @Override
        public void deliver(Message message) throws Undelivered, InterruptedException {
            String text = message.kind() + " " + message.notice().fault().rendition();
            tried.add(text);
            answers.await();
            if (failing.get() != 0) {
                int unused = failing.updateAndGet(tries -> tries > 0 ? tries - 1 : tries);
                throw Undelivered.failed("it is down");
            }
            if (text.endsWith(refuses)) {
                throw Undelivered.refused("400 Bad Request");
            }
            took.add(text);
        }

        String next() throws InterruptedException {
            return Optional.ofNullable(took.poll(20, TimeUnit.SECONDS)).orElse("nothing came");
        }
    }

    /** A probe from start to stop, on the folder of the test. */
    private final class Probe implements AutoCloseable {
        final Outbox outbox;
        final Duty duty;
        final List<Courier> couriers = new ArrayList<>();

        Probe(Map<String, Receiver> receivers) throws Exception {
            this(receivers, Duration.ofDays(1));
        }

        Probe(Map<String, Receiver> receivers, Duration heartbeat) throws Exception {
            this(receivers, heartbeat, 50_000);
        }

        Probe(Map<String, Receiver> receivers, Duration heartbeat, int most) throws Exception {
            outbox = Outbox.open(folder.resolve("journal.db"), most);
            Rules rules = new Rules(
                    new LinkedHashSet<>(receivers.keySet()),
                    List.of(new Route(
                            new Match(Map.of(Aspect.CHECK, List.of("store_failing"))),
                            List.copyOf(receivers.keySet()))),
                    List.of(),
                    Flapping.USUAL);
            duty = new Duty(CLOCK, rules, outbox.recovered(), channel -> Optional.empty(), List.of(outbox));
            outbox.start(duty::own);
            outbox.receivers(receivers.keySet());
            receivers.forEach((name, receiver) -> {
                Courier courier = new Courier(
                        name,
                        receiver,
                        outbox,
                        CLOCK,
                        QUICK,
                        () -> new Heartbeat(CLOCK.instant(), heartbeat, Duration.ZERO, 0, List.of()));
                couriers.add(courier);
                courier.start();
            });
        }

        void fail(String what) {
            duty.own(OwnTrouble.STORE_FAILING, what, Optional.of("it does not take what it is given"));
        }

        void mend(String what) {
            duty.own(OwnTrouble.STORE_FAILING, what, Optional.empty());
        }

        @Override
        public void close() throws Exception {
            for (Courier courier : couriers) {
                courier.lastRound().get(20, TimeUnit.SECONDS);
                courier.close();
            }
            outbox.close();
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void writable() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void eachReceiverHasEverythingInOrder() throws Exception {
        Receiver quick = new Receiver();
        Receiver slow = new Receiver();
        slow.failing.set(4);
        try (Probe probe = new Probe(Map.of("quick", quick, "slow", slow))) {
            probe.fail("a");
            probe.fail("b");
            probe.mend("a");

            for (Receiver receiver : List.of(quick, slow)) {
                assertThat(List.of(receiver.next(), receiver.next(), receiver.next()))
                        .containsExactly("RAISED a", "RAISED b", "CLEARED a");
            }
        }
    }

    @Test
    void whatIsNotDeliveredIsAfterTheNextStart() throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(-1);
        try (Probe probe = new Probe(Map.of("nms", dead))) {
            probe.fail("a");
            probe.mend("a");
            probe.fail("b");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
        }
        Receiver alive = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", alive))) {
            assertThat(List.of(alive.next(), alive.next(), alive.next()))
                    .containsExactly("RAISED a", "CLEARED a", "RAISED b");
            assertThat(probe.duty.open())
                    .extracting(notice -> notice.fault().rendition())
                    .containsExactly("b");

            probe.mend("b");

            assertThat(alive.next()).isEqualTo("CLEARED b");
        }
    }

    /** A probe that is stopped finishes what is under way, and brings what waits behind it. */
    @Test
    void aLastRoundBringsWhatWaits() throws Exception {
        Receiver slow = new Receiver();
        slow.answers = new CountDownLatch(1);
        try (Probe probe = new Probe(Map.of("nms", slow))) {
            probe.fail("a");
            probe.fail("b");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.tried.poll(20, TimeUnit.SECONDS)).isEqualTo("RAISED a");

            var round = probe.couriers.getFirst().lastRound();
            slow.answers.countDown();
            round.get(20, TimeUnit.SECONDS);

            assertThat(slow.took).containsExactly("RAISED a", "RAISED b");
        }
        Receiver after = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", after))) {
            probe.fail("c");
            assertThat(after.next()).as("nothing comes twice").isEqualTo("RAISED c");
        }
    }

    @Test
    void whatHangsInTheLastRoundIsCutOffAndComesAfterTheNextStart() throws Exception {
        Receiver hanging = new Receiver();
        hanging.answers = new CountDownLatch(1);
        try (Probe probe = new Probe(Map.of("nms", hanging))) {
            probe.fail("a");
            assertThat(hanging.tried.poll(20, TimeUnit.SECONDS)).isEqualTo("RAISED a");

            var round = probe.couriers.getFirst().lastRound();
            probe.couriers.getFirst().cutOff();
            round.get(20, TimeUnit.SECONDS);
        }
        Receiver after = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", after))) {
            assertThat(after.next()).isEqualTo("RAISED a");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatWasDeliveredIsNotDeliveredAgain() throws Exception {
        Receiver first = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", first))) {
            probe.fail("a");
            assertThat(first.next()).isEqualTo("RAISED a");
        }
        Receiver second = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", second))) {
            probe.mend("a");
            assertThat(second.next()).isEqualTo("CLEARED a");
        }
    }

    @Test
    void whatIsRefusedDoesNotStandInTheWay() throws Exception {
        Receiver picky = new Receiver();
        Receiver other = new Receiver();
        picky.refuses = "RAISED a";
        try (Probe probe = new Probe(Map.of("picky", picky, "other", other))) {
            probe.fail("a");
            probe.fail("b");

            assertThat(picky.next()).isEqualTo("RAISED b");
            assertThat(picky.tried).filteredOn("RAISED a"::equals).hasSize(3);
        }
    }

    @Test
    void whoTakesNothingIsTroubleOfTheProbe() throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(8);
        try (Probe probe = new Probe(Map.of("nms", dead))) {
            probe.fail("a");

            assertThat(dead.next()).isEqualTo("RAISED a");
            while (probe.duty.over().isEmpty()) {
                assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(probe.duty.over())
                    .as("told to its owner while it lasted")
                    .extracting(Notice::fault)
                    .anySatisfy(fault -> {
                        assertThat(fault.check()).isEqualTo("notifier_failing");
                        assertThat(fault.severity()).isEqualTo(Severity.MAJOR);
                        assertThat(fault.words().message()).isEqualTo("it is down");
                    });
        }
    }

    /** Most receivers hear nothing of a heartbeat: that it was no trouble proves nothing. */
    @Test
    void aHeartbeatThatNobodyHearsMakesNobodyWell() throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(-1);
        try (Probe probe = new Probe(Map.of("nms", dead), Duration.ofMillis(1))) {
            probe.fail("a");
            while (probe.duty.open().size() < 2) {
                assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
            }
            for (int tries = 0; tries < 10; tries++) {
                assertThat(dead.tried.poll(20, TimeUnit.SECONDS)).isEqualTo("RAISED a");
            }

            assertThat(probe.duty.over()).isEmpty();
        }
    }

    @Test
    void whoHasBeenDeadForTooLongLosesTheOldestAndThatIsTold() throws Exception {
        Receiver dead = new Receiver();
        Receiver alive = new Receiver();
        dead.failing.set(-1);
        try (Probe probe = new Probe(Map.of("dead", dead, "alive", alive), Duration.ofDays(1), 10)) {
            for (int i = 0; i < 25; i++) {
                probe.fail("s" + i);
                assertThat(alive.next()).isEqualTo("RAISED s" + i);
            }
            probe.outbox.pass();

            assertThat(probe.outbox.waiting("dead")).isEqualTo(10);
            assertThat(probe.outbox.lost()).isEqualTo(15);
            assertThat(lost(probe.duty.open())).singleElement().satisfies(fault -> {
                assertThat(fault.words().headline())
                        .isEqualTo(
                                "the probe itself · dead: 15 messages were let go, the oldest first; 10 others wait");
                assertThat(fault.team()).isEqualTo("probe");
            });

            dead.failing.set(0);
            String first = dead.next();
            assertThat(first).isIn("RAISED s0", "RAISED s15");
            for (int i = first.equals("RAISED s0") ? 15 : 16; i < 25; i++) {
                assertThat(dead.next()).isEqualTo("RAISED s" + i);
            }
            while (!lost(probe.duty.open()).isEmpty()) {
                assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
                probe.outbox.pass();
            }
            assertThat(lost(probe.duty.over().stream().toList())).hasSize(1);
        }
        try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
            assertThat(journal.takeContent().entries())
                    .as("what was let go is not kept either")
                    .isEmpty();
        }
    }

    @Test
    void aLossIsNoMatterAnyMoreWhenTheReceiverIsTakenOut() throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(-1);
        Receiver alive = new Receiver();
        try (Probe probe = new Probe(Map.of("dead", dead, "alive", alive), Duration.ofDays(1), 1)) {
            probe.fail("a");
            assertThat(alive.next()).isEqualTo("RAISED a");
            while (probe.outbox.waiting("alive") > 0) {
                assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
            }
            probe.fail("b");
            assertThat(alive.next()).isEqualTo("RAISED b");
            probe.outbox.pass();
            assertThat(lost(probe.duty.open())).hasSize(1);

            probe.outbox.receivers(Set.of("alive"));
            probe.outbox.pass();

            assertThat(lost(probe.duty.open())).isEmpty();
        }
    }

    private static List<Fault> lost(List<Notice> notices) {
        return notices.stream()
                .map(Notice::fault)
                .filter(fault -> fault.check().equals("messages_lost"))
                .toList();
    }

    @Test
    void acknowledgedAndSilencedStayOverARestart() throws Exception {
        try (Probe probe = new Probe(Map.of("nms", new Receiver()))) {
            probe.fail("a");
            String id = probe.duty.open().getFirst().id();
            assertThat(probe.duty.acknowledge(id, "night shift", "on it")).isTrue();
            probe.duty.silence(
                    new Match(Map.of(Aspect.CHANNEL, List.of("CH_*"))),
                    CLOCK.instant().plusSeconds(60),
                    "encoder swap",
                    "day shift");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
        }
        try (Probe probe = new Probe(Map.of("nms", new Receiver()))) {
            assertThat(probe.duty.open())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.state()).isEqualTo(Notice.State.ACKNOWLEDGED));
            assertThat(probe.duty.silences()).singleElement().satisfies(silence -> {
                assertThat(silence.reason()).isEqualTo("encoder swap");
                assertThat(silence.match().toString()).isEqualTo("channel: CH_*");
            });
        }
    }

    @Test
    void aReceiverThatIsTakenOutIsForgotten() throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(-1);
        try (Probe probe = new Probe(Map.of("old", dead, "nms", new Receiver()))) {
            probe.fail("a");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
        }
        try (Probe probe = new Probe(Map.of("nms", new Receiver()))) {
            assertThat(probe.outbox.waiting("old")).isZero();
            probe.outbox.receivers(Set.of("nms", "old"));
            assertThat(probe.outbox.waiting("old")).as("it begins anew").isZero();
        }
    }

    @Test
    void aJournalOfANewerProbeIsNotMisread() throws Exception {
        Receiver nms = new Receiver();
        Files.createDirectories(folder);
        Journal.open(folder.resolve("journal.db")).close();
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = newer.createStatement()) {
            statement.execute("pragma user_version=" + (Journal.VERSION + 1));
        }
        try (Probe probe = new Probe(Map.of("nms", nms))) {
            assertThat(probe.duty.open())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.fault().words().message())
                            .contains("journal.db cannot be used (it is of version 2, this rungwatch knows 1"));
            probe.fail("a");
            assertThat(nms.next()).startsWith("RAISED");
        }
        assertThat(folder.resolve("journal.db.broken")).exists();
    }

    @Test
    void aJournalThatCannotBeWrittenSilencesNobody() throws Exception {
        Receiver nms = new Receiver();
        Files.createDirectories(folder);
        try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
            journal.write(Page.of(List.of(), Map.of()), Map.of(), Set.of(), 0);
        }
        try (Probe probe = new Probe(Map.of("nms", nms));
                var lock = Locked.of(folder.resolve("journal.db"))) {
            probe.fail("a");

            assertThat(nms.next()).isEqualTo("RAISED a");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isFalse();
            lock.close();
            while (!probe.outbox.written().get(20, TimeUnit.SECONDS)) {
                assertThat(probe.duty.open())
                        .extracting(notice -> notice.fault().check())
                        .contains("journal_failing");
            }
        }
        try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
            assertThat(journal.takeContent().memory().keySet()).contains("ticket probe/store_failing/a");
        }
    }

    /** As on a disk that is full when the probe starts: what SQLite needs beside the file cannot be made. */
    @ParameterizedTest
    @ValueSource(strings = {"-shm", "-wal"})
    void whatCanOnlyBeReadAtTheStartIsToldAndWrittenLater(String part) throws Exception {
        undelivered("a");
        Path inTheWay = Files.createDirectory(folder.resolve("journal.db" + part));
        Receiver nms = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", nms))) {
            assertThat(nms.next()).isEqualTo("RAISED a");
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isFalse();
            assertThat(probe.duty.open())
                    .extracting(notice -> notice.fault().check())
                    .containsExactlyInAnyOrder("store_failing", "journal_failing");

            Files.delete(inTheWay);
            probe.mend("a");
            assertThat(nms.next()).isEqualTo("CLEARED a");
            while (!probe.outbox.written().get(20, TimeUnit.SECONDS)) {
                assertThat(inTheWay).doesNotExist();
            }
            assertThat(probe.duty.open()).isEmpty();
        }
        assertThat(folder.resolve("journal.db.broken")).doesNotExist();
        Receiver again = new Receiver();
        try (Probe probe = new Probe(Map.of("nms", again))) {
            probe.fail("b");
            assertThat(again.next()).as("nothing of before").isEqualTo("RAISED b");
        }
    }

    @Test
    void whatCannotEvenBeReadAtTheStartIsKeptForTheNextOne() throws Exception {
        undelivered("a");
        Receiver nms = new Receiver();
        try (Locked ours = Locked.forAll(folder.resolve("journal.db"));
                Probe probe = new Probe(Map.of("nms", nms))) {
            assertThat(probe.duty.open())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.fault().words().message())
                            .contains("SQLITE_BUSY")
                            .endsWith("told after the next start"));
            probe.fail("b");
            assertThat(nms.next()).isEqualTo("RAISED b");
        }
        try (Probe probe = new Probe(Map.of("nms", nms))) {
            assertThat(nms.next()).isEqualTo("RAISED a");
            assertThat(probe.duty.open()).hasSize(1);
        }
    }

    private void undelivered(String what) throws Exception {
        Receiver dead = new Receiver();
        dead.failing.set(-1);
        try (Probe probe = new Probe(Map.of("nms", dead))) {
            probe.fail(what);
            assertThat(probe.outbox.written().get(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
