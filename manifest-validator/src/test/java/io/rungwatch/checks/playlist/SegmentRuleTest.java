package io.rungwatch.checks.playlist;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty seconds to a segment in a channel of six: usual for WebVTT, wrong for sound and picture. */
class SegmentRuleTest {
    @ParameterizedTest
    @CsvSource({
        "VIDEO, 'minor: 6 segments, for example 105 (line 17) lasts 30 s instead of 6 s'",
        "AUDIO, 'minor: 6 segments, for example 105 (line 17) lasts 30 s instead of 6 s'",
        "SUBTITLES, none"
    })
    void isMeantForSoundAndPicture(Kind kind, String expected) {
        SegmentRule six = new SegmentRule(Optional.of(Duration.ofSeconds(6)), OptionalDouble.of(0.1), 3);
        ChannelProfile profile = Channels.profile(Mode.LIVE, List.of(), List.of(), six, Channels.PACKAGER);
        var found = new SegmentDurationOutOfTolerance()
                .check(live(100).seconds(30).model(), new Rendition("any", kind), profile);
        assertThat(new Situation(kind.word(), found, NONE).told()).isEqualTo(expected);
    }
}
