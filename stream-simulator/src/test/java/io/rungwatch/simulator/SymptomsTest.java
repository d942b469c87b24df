package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault makes a client complain of just what it is, from its beginning on; noise makes nobody complain. */
class SymptomsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frozen_playlist                       | stale",
                "frozen_rung rendition=HD              | stale, out of sync",
                "out_of_sync_rung rendition=HD         | stale, out of sync",
                "out_of_sync_rung rendition=HD segments=2 | out of sync",
                "ended                                 | ended, stale",
                "lagging_layer layer=packager          | stale",
                "frozen_layer layer=packager           | stale",
                "older_copy                            | older",
                "twin                                  | regressed, gap",
                "twin behind=1                         | older",
                "twin skew=3s                          | metadata",
                "missing_rung rendition=HD             | ladder",
                "unexpected_rung                       | ladder",
                "wrong_bandwidth rendition=HD          | ladder",
                "wrong_resolution rendition=HD         | ladder",
                "wrong_codecs rendition=HD             | ladder",
                "empty_playlist                        | empty",
                "short_playlist                        | too short",
                "no_target_duration                    | no target duration",
                "wrong_target_duration                 | target duration changed",
                "sequence_gap                          | gap",
                "sequence_gap time=media               | gap",
                "sequence_regression                   | regressed",
                "wrong_discontinuity_sequence          | discontinuity number",
                "swapped_segment                       | identity",
                "overlong_segment                      | overlong",
                "short_segments                        | short",
                "pdt_jump                              | date jump",
                "pdt_drift                             | ''",
                "malformed rendition=HD                | malformed",
                "malformed rendition=HD what=header    | malformed",
                "cosmetic                              | ''",
                "cosmetic style=crlf                   | ''",
                "cosmetic style=bom                    | ''",
                "status code=503                       | 503",
                "html_200                              | wrong content",
                "empty_body                            | wrong content",
                "hang                                  | HANG",
                "reset                                 | RESET",
                "slow                                  | slow",
                "trickle                               | TRICKLE",
                "truncated_body                        | TRUNCATE",
                "redirect                              | 302",
                "redirect_loop                         | 302",
            })
    void isItsOwn(String line, String symptoms) {
        TreeSet<String> expected = new TreeSet<>();
        Arrays.stream(symptoms.split(", ", -1)).filter(word -> !word.isEmpty()).forEach(expected::add);
        assertThat(Symptoms.of(with(line + " from=+61s"), "packager")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"packager", "origin", "midcache-hn", "edge-hn"})
    void aCleanStreamHasNone(String layer) {
        assertThat(Symptoms.of(CLEAN, layer)).isEmpty();
    }
}
