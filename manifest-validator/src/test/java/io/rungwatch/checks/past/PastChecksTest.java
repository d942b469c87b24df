package io.rungwatch.checks.past;

import static io.rungwatch.stage.Feed.live;
import static io.rungwatch.stage.Promises.promises;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Feed;
import io.rungwatch.stage.Promises;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only minutes of watching show. Segments of six seconds, one rung, one layer; each row is judged at its last poll. */
public class PastChecksTest {
    private static final ChannelProfile LIVE = Channels.live(Channels.PACKAGER);
    private static final String OUT = "#EXT-X-CUE-OUT:30\n";
    private static final String IN = "#EXT-X-CUE-IN\n";
    private static final String DISCONTINUITY = "#EXT-X-DISCONTINUITY\n";

    private static final Map<String, Supplier<Stream<Situation>>> ALL = Map.ofEntries(
            Map.entry("content_shortage", PastChecksTest::shortage),
            Map.entry("publishing_irregular", PastChecksTest::irregular),
            Map.entry("program_date_time_drift", PastChecksTest::drift),
            Map.entry("live_latency_high", PastChecksTest::latency),
            Map.entry("discontinuity_unexpected", PastChecksTest::discontinuities),
            Map.entry("ad_break_unbalanced", PastChecksTest::unbalanced),
            Map.entry("ad_break_duration_wrong", PastChecksTest::duration),
            Map.entry("ad_break_missing", PastChecksTest::missing),
            Map.entry("key_rotation_late", PastChecksTest::rotation),
            Map.entry("encryption_lost", PastChecksTest::encryption),
            Map.entry("low_latency_lost", PastChecksTest::lowLatency));

    public static Map<String, Supplier<Stream<Situation>>> all() {
        return ALL;
    }

    static Stream<Situation> situations() {
        return ALL.values().stream().flatMap(Supplier::get);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    private static Stream<Situation> shortage() {
        Check check = new ContentShortage();
        return Stream.of(
                live().segments(60).told(check, LIVE, "as much media as time", NONE),
                paced(60, 6.06).told(check, LIVE, "one per cent less", NONE),
                paced(30, 8.6)
                        .told(
                                check,
                                LIVE,
                                "seven tenths",
                                "major: 71 % of the time that went by was published as media in the last 4 min 20 s"),
                paced(80, 6.9)
                        .told(
                                check,
                                LIVE,
                                "a little slow, seen over minutes",
                                "minor: 86 % of the time that went by was published as media in the last 3 min 35 s"),
                paced(600, 6 / 0.96).told(check, LIVE, "a little slow, for an hour, and allowed", NONE),
                paced(600, 6 / 0.95).told(check, LIVE, "the limit", NONE),
                paced(600, 6 / 0.94)
                        .told(
                                check,
                                LIVE,
                                "less than allowed by a hundredth",
                                "minor: 94 % of the time that went by was published as media in the last 19 min 1 s"),
                paced(600, 6 / 0.78)
                        .told(
                                check,
                                LIVE,
                                "less than four fifths by two hundredths",
                                "major: 79 % of the time that went by was published as media in the last 20 min 44 s"),
                paced(600, 6 / 0.81)
                        .told(
                                check,
                                LIVE,
                                "more than four fifths by a hundredth",
                                "minor: 82 % of the time that went by was published as media in the last 3 min 47 s"),
                paced(400, 6 / 0.92).segments(80).told(check, LIVE, "it was slow, and is no more", NONE),
                live().segments(100)
                        .pause(240)
                        .segments(300)
                        .told(check, LIVE, "four minutes without anything are no shortage", NONE),
                paced(80, 5.4).told(check, LIVE, "ahead of the clock is drift", NONE),
                live().segments(10)
                        .pause(20)
                        .segment(6, 0.1, "")
                        .segment(6, 0.1, "")
                        .segment(6, 0.1, "")
                        .segments(30)
                        .told(check, LIVE, "a stall that was made up for", NONE));
    }

    private static Stream<Situation> irregular() {
        Check check = new PublishingIrregular();
        Feed bursts = live();
        Feed late = live();
        Feed tired = live();
        for (int i = 0; i < 80; i++) {
            bursts.pause(17.8).segment(6, 0.1, "").segment(6, 0.1, "").segment(6, 0.1, "");
            late.segment(6, i % 5 == 0 ? 22 : 2, "");
        }
        for (int i = 0; i < 12; i++) {
            tired.segments(2).unseen(24).segments(6);
        }
        return Stream.of(
                live().segments(60).told(check, LIVE, "one after the other", NONE),
                tired.told(check, LIVE, "it is the probe that was late", NONE),
                bursts.told(
                        check,
                        LIVE,
                        "three at once",
                        "minor: 26 of the last 30 times the next segment came late, the latest after 19.27 s; 24 times three or more came at once"),
                late.told(
                        check,
                        LIVE,
                        "every fifth is late",
                        "minor: 11 of the last 30 times the next segment came late, the latest after 24.71 s; 3 times three or more came at once"));
    }

    private static Stream<Situation> drift() {
        Check check = new ProgramDateTimeDrift();
        return Stream.of(
                live().segments(400).told(check, LIVE, "on time", NONE),
                drifting(400, 0.0001).told(check, LIVE, "a tenth of a millisecond a segment, 0.06 s an hour", NONE),
                drifting(700, 0.005)
                        .told(
                                check,
                                LIVE,
                                "three seconds an hour",
                                "minor: falls 3.1 s an hour behind the clock, 2.19 s in the last 43 min 1 s"),
                drifting(700, -0.005)
                        .told(
                                check,
                                LIVE,
                                "ahead",
                                "minor: falls 3.4 s an hour ahead of the clock, 2.41 s in the last 43 min 1 s"),
                live().segments(200).dates(5).segments(200).told(check, LIVE, "a jump is no drift", NONE),
                drifting(700, 0.005)
                        .undated()
                        .told(
                                check,
                                LIVE,
                                "without dates",
                                "minor: falls 3.1 s an hour behind the clock, 2.19 s in the last 43 min 1 s"));
    }

    private static Stream<Situation> latency() {
        Check check = new LiveLatencyHigh();
        ChannelProfile five = promising(promises().latency(Duration.ofSeconds(5)));
        return Stream.of(
                live().segments(20).told(check, five, "as promised", NONE),
                live().dates(-16).segments(20).told(check, five, "less than two target durations more", NONE),
                live().dates(-40)
                        .segments(20)
                        .told(check, five, "seven more", "major: 40.87 s behind the clock, usual are 5 s"),
                live().dates(-19)
                        .segments(20)
                        .told(check, five, "three more", "minor: 19.87 s behind the clock, usual are 5 s"),
                live().dates(-100).segments(20).told(check, LIVE, "nobody promised anything", NONE),
                live().segments(400)
                        .pause(40)
                        .segments(20)
                        .told(check, LIVE, "more than usual", "major: 44.36 s behind the clock, usual are 2.91 s"),
                then(live().segments(400), 12, 9).told(check, LIVE, "farther with each segment is a shortage", NONE),
                then(live().segments(400), 12, 9)
                        .segments(5)
                        .told(
                                check,
                                LIVE,
                                "and late where it ends",
                                "major: 37.49 s behind the clock, usual are 2.91 s"),
                live().undated().segments(20).dated().segments(6).told(check, five, "dates that come back", NONE),
                live().dates(9)
                        .segments(20)
                        .told(check, LIVE, "in the future", "minor: the live edge lies 8.13 s in the future"));
    }

    private static Stream<Situation> discontinuities() {
        Check check = new DiscontinuityUnexpected();
        ChannelProfile unmarked = promising(promises().adsUnmarked());
        return Stream.of(
                broken(2, DISCONTINUITY).told(check, LIVE, "two in ten minutes", NONE),
                broken(3, DISCONTINUITY)
                        .told(check, LIVE, "three", "minor: 3 discontinuities in ten minutes that no marker announced"),
                broken(7, DISCONTINUITY)
                        .told(check, LIVE, "seven", "major: 7 discontinuities in ten minutes that no marker announced"),
                broken(7, DISCONTINUITY + OUT).told(check, LIVE, "each at a cue", NONE),
                broken(7, DISCONTINUITY).told(check, unmarked, "a channel made of pieces", NONE));
    }

    private static Stream<Situation> unbalanced() {
        Check check = new AdBreakUnbalanced();
        return Stream.of(
                live().segment(6, OUT).segments(4).segment(6, IN).segments(3).told(check, LIVE, "out and in", NONE),
                live().segment(6, OUT)
                        .segments(30)
                        .segment(6, IN)
                        .segments(3)
                        .told(check, LIVE, "out has left the window", NONE),
                live().segment(6, OUT)
                        .segments(3)
                        .segment(6, OUT)
                        .segments(1)
                        .told(check, LIVE, "out in out", "minor: a break begins inside a break"),
                live().segment(6, IN).segments(2).told(check, LIVE, "we came in the middle", NONE),
                live().segment(6, OUT)
                        .segment(6, IN)
                        .segments(2)
                        .segment(6, IN)
                        .segments(1)
                        .told(check, LIVE, "in without out", "minor: a break ends that never began"),
                live().segment(6, OUT)
                        .segment(6, IN)
                        .segment(6, "#EXT-X-CUE-OUT-CONT:12/30\n")
                        .segments(1)
                        .told(check, LIVE, "goes on without out", "minor: a break goes on that never began"),
                live().segment(6, OUT).segments(149).told(check, LIVE, "a quarter of an hour", NONE),
                live().segment(6, OUT)
                        .segments(160)
                        .segment(6, OUT)
                        .segments(20)
                        .segment(6, OUT)
                        .segments(1)
                        .told(check, LIVE, "all return by themselves", NONE),
                live().segment(6, OUT)
                        .segments(4)
                        .segment(6, IN)
                        .segments(3)
                        .segment(6, OUT)
                        .segments(160)
                        .told(check, LIVE, "never ends", "major: a break never ended, open for 15 min 50 s"));
    }

    private static Stream<Situation> duration() {
        Check check = new AdBreakDurationWrong();
        return Stream.of(
                live().segment(6, OUT)
                        .segments(4)
                        .segment(6, IN)
                        .segments(2)
                        .told(check, LIVE, "thirty of thirty", NONE),
                live().segment(6, OUT)
                        .segments(5)
                        .segment(6, IN)
                        .segments(2)
                        .told(check, LIVE, "one segment more", NONE),
                live().segment(6, OUT)
                        .segments(7)
                        .segment(6, IN)
                        .segments(2)
                        .told(check, LIVE, "three more", "minor: a break lasted 48 s, advertised were 30 s"),
                live().segment(6, OUT)
                        .segments(7)
                        .segment(6, IN)
                        .segments(12)
                        .told(check, LIVE, "told for a minute", NONE));
    }

    private static Stream<Situation> missing() {
        Check check = new AdBreakMissing();
        ChannelProfile quarter = promising(promises().adInterval(Duration.ofMinutes(15)));
        return Stream.of(
                live().segments(300).told(check, LIVE, "nobody promised any", NONE),
                live().segments(140).told(check, quarter, "fourteen of fifteen minutes", NONE),
                live().segments(160).told(check, quarter, "sixteen", "minor: no ad break for 16 min 21 s"),
                live().segments(100).segment(6, OUT).segments(100).told(check, quarter, "one in between", NONE));
    }

    private static Stream<Situation> rotation() {
        Check check = new KeyRotationLate();
        ChannelProfile minute = promising(promises().keyRotation(Duration.ofMinutes(1)));
        return Stream.of(
                locked(3, 10).told(check, minute, "every minute", NONE),
                locked(3, 10).segments(15).told(check, LIVE, "nobody promised anything", NONE),
                locked(3, 10)
                        .segment(6, "#EXT-X-KEY:METHOD=NONE\n")
                        .segment(6, "#EXT-X-KEY:METHOD=AES-128,URI=\"k7\"\n")
                        .segment(6, "#EXT-X-KEY:METHOD=AES-128,URI=\"k8\"\n")
                        .told(check, minute, "in the clear for a while", NONE),
                keyed(2, 10, 20)
                        .told(
                                check,
                                minute,
                                "twice as long",
                                "minor: the same key for 107.05 s, it should change every 60 s"),
                locked(8, 3)
                        .told(
                                check,
                                minute,
                                "every eighteen seconds",
                                "minor: the key before this one was used for 18.78 s only"));
    }

    private static Stream<Situation> encryption() {
        Check check = new EncryptionLost();
        ChannelProfile locked = promising(promises().encrypted(true));
        ChannelProfile clear = promising(promises().encrypted(false));
        return Stream.of(
                locked(3, 10).told(check, locked, "locked", NONE),
                live().segments(10).told(check, clear, "clear as promised", NONE),
                live().segments(10).told(check, LIVE, "nobody promised anything", NONE),
                live().segments(10).told(check, locked, "in the clear", "critical: segment hd_18.ts is in the clear"),
                live().segments(10).segment(6, OUT).segments(2).told(check, locked, "an ad in the clear", NONE),
                live().segments(10)
                        .segment(6, OUT)
                        .segments(12)
                        .told(check, locked, "the ad is long over", "critical: segment hd_31.ts is in the clear"),
                locked(3, 10)
                        .told(
                                check,
                                clear,
                                "locked by mistake",
                                "critical: segment hd_28.ts is encrypted, the profile says it must not be"));
    }

    private static Stream<Situation> lowLatency() {
        Check check = new LowLatencyLost();
        ChannelProfile low = promising(promises().lowLatency());
        return Stream.of(
                live().head("#EXT-X-PART-INF:PART-TARGET=1.0\n").segments(10).told(check, low, "with parts", NONE),
                live().segments(10).told(check, LIVE, "nobody promised any", NONE),
                live().told(check, low, "three target durations are not over", "major: no EXT-X-PART for 18.25 s"));
    }

    private static ChannelProfile promising(Promises promises) {
        return Channels.expecting(LIVE, promises.made());
    }

    private static Feed paced(int segments, double taken) {
        Feed feed = live();
        for (int i = 0; i < segments; i++) {
            feed.segment(6, taken, "");
        }
        return feed;
    }

    private static Feed drifting(int segments, double late) {
        return paced(segments, 6 + late);
    }

    private static Feed then(Feed feed, int segments, double apart) {
        for (int i = 0; i < segments; i++) {
            feed.segment(6, apart, "");
        }
        return feed;
    }

    private static Feed broken(int times, String tags) {
        Feed feed = live();
        for (int i = 0; i < times; i++) {
            feed.segments(4).segment(6, tags);
        }
        return feed.segments(2);
    }

    private static Feed locked(int keys, int segmentsEach) {
        return keyed(keys, segmentsEach, segmentsEach);
    }

    private static Feed keyed(int keys, int segmentsEach, int last) {
        Feed feed = new Feed();
        for (int key = 0; key < keys; key++) {
            for (int i = 0; i < (key + 1 == keys ? last : segmentsEach); i++) {
                feed.segment(6, "#EXT-X-KEY:METHOD=AES-128,URI=\"k" + key + "\"\n");
            }
        }
        return feed;
    }
}
