package io.rungwatch.watch;

import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Step;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Since when a playlist stands still. */
class TimelineTest {
    private static final Duration SIX = Duration.ofSeconds(6);

    private final Timeline timeline = new Timeline();
    private Instant now = START;

    /** Six seconds later. */
    private Instant changedAtAfter(LivePlaylist playlist) {
        now = now.plus(SIX);
        Lineages.Join join = timeline.look(playlist.model());
        Step<MediaPlaylist> step = timeline.step(join, now, Duration.ZERO);
        timeline.accept(join, step);
        return step.changedAt();
    }

    @Test
    void newSegmentsMoveIt() {
        changedAtAfter(live(100));

        assertThat(changedAtAfter(live(101))).isEqualTo(now);
    }

    @Test
    void whoDatesTheSameSegmentsByTheClockOfEachAnswerStandsStill() {
        Instant since = changedAtAfter(live(100));

        for (int i = 1; i < 5; i++) {
            assertThat(changedAtAfter(live(100).dated(SIX.multipliedBy(i)))).isEqualTo(since);
        }
        assertThat(changedAtAfter(live(101).dated(SIX.multipliedBy(5)))).isEqualTo(now);
    }

    @Test
    void otherSegmentsUnderTheSameNumbersMoveIt() {
        changedAtAfter(live(100));

        assertThat(changedAtAfter(live(100).named("other_"))).isEqualTo(now);
    }
}
