package io.rungwatch.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of alerts: its words, and that nobody waits for it. */
@Timeout(30)
class NoticeLogTest {
    private static final Links HERE = new Links(Optional.empty(), Optional.of(Path.of("/state/evidence")));
    private static final Links ELSEWHERE =
            new Links(Optional.of("https://noc.example/rungwatch"), Optional.of(Path.of("/state/evidence")));

    private static DutyFold.Decision said(DutyStory story) {
        return new DutyFold.Decision(DutyMemory.EMPTY, List.of(), story.messages());
    }

    @Test
    void whoDecidesDoesNotWaitAndTheOrderStays() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        BlockingQueue<NoticeLog.Line> lines = new LinkedBlockingQueue<>();
        try (NoticeLog log = new NoticeLog(ZoneOffset.UTC, () -> HERE, line -> {
            await(hangs);
            lines.add(line);
        })) {
            DutyStory story = DutyStory.of(
                    DutyStory.rules(), "0 + CH_001 stale", "1 + CH_002 stale", "2 - CH_001 stale", "3 - CH_002 stale");
            log.decided(DutyMemory.EMPTY, said(story));
            assertThat(lines).as("a terminal that nobody reads").isEmpty();

            hangs.countDown();
            for (String begins :
                    List.of("MAJOR     CH_001", "MAJOR     CH_002", "CLEARED   CH_001", "CLEARED   CH_002")) {
                NoticeLog.Line line = lines.poll(20, TimeUnit.SECONDS);
                assertThat(line).isNotNull();
                assertThat(line.text()).startsWith(begins);
                assertThat(line.isBad()).isEqualTo(begins.startsWith("MAJOR"));
            }
        }
    }

    @Test
    void whatWasDecidedIsWrittenWhenTheProbeStops() throws Exception {
        BlockingQueue<NoticeLog.Line> lines = new LinkedBlockingQueue<>();
        NoticeLog log = new NoticeLog(ZoneOffset.UTC, () -> HERE, lines::add);
        log.decided(DutyMemory.EMPTY, said(DutyStory.of(DutyStory.rules(), "0 + CH_001 stale", "9 - CH_001 stale")));
        log.close();

        assertThat(lines).hasSize(2);
    }

    @Test
    void whoReadsItKnowsWhereToGo() {
        Message raised =
                DutyStory.of(DutyStory.rules(), "0 + CH_001 stale").messages().getFirst();

        assertThat(new NoticeText(ZoneOffset.UTC, HERE).of(raised))
                .contains("runbook: docs/runbooks/stale.md · evidence: rungwatch replay /state/evidence/i1.har");
        assertThat(new NoticeText(ZoneOffset.UTC, ELSEWHERE).of(raised))
                .contains("runbook: https://noc.example/rungwatch/docs/runbooks/stale.md"
                        + " · evidence: https://noc.example/rungwatch/api/v1/alerts/i1/evidence.har");
        Message own = new Message(
                Message.Kind.RAISED,
                Instant.EPOCH,
                Notice.raised("i2", OwnTrouble.STORE_FAILING.fault("", "no answer", Instant.EPOCH)));
        assertThat(new NoticeText(ZoneOffset.UTC, HERE).of(own))
                .as("nothing was recorded")
                .doesNotContain("evidence");
    }

    @Test
    void whatIsSilencedSaysSoAndWakesNobody() {
        List<Message> told = DutyStory.of(
                        DutyStory.rules(),
                        "0 silence CH_001 600",
                        "5 + CH_001 stale",
                        "9 - CH_001 stale",
                        "20 + CH_002 stale:minor",
                        "21 ack CH_002",
                        "22 ~ CH_002 stale:critical")
                .messages();
        NoticeText text = new NoticeText(ZoneOffset.UTC, HERE);

        assertThat(NoticeText.isSilenced(told.getFirst())).isTrue();
        assertThat(text.of(told.getFirst()))
                .isEqualTo("SILENCED  CH_001 · as the story says · major · told to nobody until 00:10:00 +00:00"
                        + " · by day shift: encoder swap · alert i1");
        assertThat(text.of(told.get(1)))
                .isEqualTo("CLEARED   CH_001 · as the story says · lasted 4 s · silenced · alert i1");
        assertThat(text.of(told.getLast())).contains("CHANGED   critical", "got worse than night shift has in hand");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
