package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the reports are: one raise, one clear, and nothing that a replay would tell otherwise. */
class AlertFoldPropertyTest {
    private static final List<String> PLACES = List.of(
            "packager/manifest",
            "packager/HD",
            "packager/SD",
            "origin/HD",
            "edge-hn/manifest",
            "edge-hn/HD",
            "edge-hn/SD");
    private static final List<String> FINDINGS = List.of(
            "playlist_stale",
            "playlist_stale:critical",
            "playlist_stale:info",
            "manifest_unavailable",
            "rendition_unavailable",
            "rendition_out_of_sync",
            "media_sequence_gap",
            "backend_flip_flop",
            "layer_behind",
            "manifest_malformed:minor");
    private static final double AN_EVENT_LINGERS = 900;
    private static final String MARKS = "      ~~!?-";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachRaiseHasOneClear(long seed) {
        for (int story = 0; story < 100; story++) {
            List<String> lines = lines(new Random(seed * 1000 + story), 120);
            List<Change> told = Story.of(lines.toArray(String[]::new)).changes();

            Set<String> open = new HashSet<>();
            Set<String> ever = new HashSet<>();
            for (Change change : told) {
                String id = change.alert().id();
                boolean fits = switch (change.kind()) {
                    case RAISED -> ever.add(id) && open.add(id);
                    case CHANGED -> open.contains(id);
                    case CLEARED -> open.remove(id);
                };
                assertThat(fits)
                        .as(() -> change + " in\n" + String.join("\n", lines))
                        .isTrue();
            }
            assertThat(open)
                    .as("all is well at the end of\n" + String.join("\n", lines))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theSameReportsTellTheSame(long seed) {
        String[] lines = lines(new Random(seed), 2000).toArray(String[]::new);

        assertThat(Story.of(lines).changes()).isEqualTo(Story.of(lines).changes());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void nothingIsRememberedOfWhatIsOver(long seed) {
        Story story = Story.of(lines(new Random(seed), 500).toArray(String[]::new));

        assertThat(story.memory().sightings()).isEmpty();
        assertThat(story.memory().firing()).isEmpty();
    }

    /** Polls at random, then clean ones everywhere until all must be over. */
    private static List<String> lines(Random random, int count) {
        List<String> lines = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += 0.01 + random.nextInt(300) / 100.0;
            String mark =
                    String.valueOf(MARKS.charAt(random.nextInt(MARKS.length()))).strip();
            StringBuilder line = new StringBuilder(time(at) + mark + " " + pick(PLACES, random));
            for (int k = random.nextInt(3); k > 0 && !mark.equals("?") && !mark.equals("-"); k--) {
                String finding = pick(FINDINGS, random);
                String check = finding.split(":", 2)[0];
                line.append(line.indexOf(check) < 0 ? " " + finding : "");
            }
            lines.add(line.toString());
        }
        at = clean(at, 12, lines);
        clean(at + AN_EVENT_LINGERS, 3, lines);
        return lines;
    }

    private static double clean(double from, int rounds, List<String> lines) {
        double at = from;
        for (int i = 0; i < rounds; i++) {
            for (String place : PLACES) {
                at += 1;
                lines.add(time(at) + " " + place);
            }
        }
        return at;
    }

    private static String time(double at) {
        return String.format(Locale.ROOT, "%.2f", at);
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
