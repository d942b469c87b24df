package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Channels.url;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.Promises.promises;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another channel's playlist is a good playlist: only what the profile says of its paths gives it away. */
class ForeignContentTest {
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);
    private static final String FOREIGN =
            "critical: segments of another channel, for example ch2/3.ts: the profile says that their path holds ch1/";

    static Stream<Situation> situations() {
        ChannelProfile plain = Channels.live(Channels.EDGE);
        ManifestWrongContent check = new ManifestWrongContent();
        Tries tries = new Tries(
                check, Channels.expecting(plain, promises().pathHint("ch1/").made()));
        return Stream.of(
                tries.of("its own", NONE, HD, answer("ch1/1.ts", "ch1/2.ts", "ch1/3.ts")),
                tries.of("another's", FOREIGN, HD, answer("ch2/1.ts", "ch2/2.ts", "ch2/3.ts")),
                tries.of("half of it", NONE, HD, answer("ch1/1.ts", "ch2/3.ts")),
                tries.of("an ad", NONE, HD, answer("#EXT-X-CUE-OUT:30\nads/1.ts", "ads/2.ts")),
                tries.of("from the folder on", NONE, HD, answer("/live/ch1/1.ts")),
                new Tries(check, plain).of("nobody said anything", NONE, HD, answer("ch2/1.ts")));
    }

    private static Exchange answer(String... segments) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:1\n");
        for (String segment : segments) {
            text.append("#EXTINF:6,\n").append(segment).append('\n');
        }
        return new Exchange.Answered(
                START,
                Timing.NONE,
                List.of(),
                url("http://edge/live/hd.m3u8"),
                "192.0.2.1",
                200,
                Headers.NONE,
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
