package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.watch.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the channels do: each raise has one end, and every alert is told, by itself or by its group, never by both. */
class GroupFoldPropertyTest {
    private static final int CHANNELS = 8;
    private static final List<String> TROUBLES =
            List.of("manifest_unavailable@origin", "manifest_unavailable@origin/dash", "playlist_stale@packager");
    private static final List<String> CHANGES = List.of(":minor", ":critical", ">edge-hn", ">origin");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsOpenIsWhatFires(long seed) {
        Random random = new Random(seed);
        GroupStory story = new GroupStory(CHANNELS);
        Map<String, Incident> open = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        int read = 0;
        double at = 0;
        for (int i = 0; i < 800; i++) {
            at += random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(100) / 10.0;
            String line = line(random, at, story);
            lines.add(line);
            story.line(line);
            for (Notification notification :
                    story.notifications().subList(read, story.notifications().size())) {
                Incident incident = notification.incident();
                boolean fits = switch (notification.kind()) {
                    case RAISED -> open.put(incident.id(), incident) == null;
                    case CHANGED -> open.put(incident.id(), incident) != null;
                    case MERGED, CLEARED -> open.remove(incident.id()) != null;
                };
                assertThat(fits)
                        .as(() -> notification + " in\n" + String.join("\n", lines))
                        .isTrue();
            }
            read = story.notifications().size();
            assertThat(ids(open.values())).as(() -> String.join("\n", lines)).isEqualTo(ids(story.standing()));
            assertThat(told(story.standing()))
                    .as(() -> String.join("\n", lines))
                    .containsExactlyInAnyOrderElementsOf(story.firing());
        }
    }

    private static String line(Random random, double at, GroupStory story) {
        String time = String.format(Locale.ROOT, "%.1f", at);
        if (random.nextInt(10) == 0) {
            return time;
        }
        int channel = 1 + random.nextInt(CHANNELS);
        String trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
        boolean fires = story.firing().stream().anyMatch(alert -> isOf(alert, "C" + channel, trouble));
        if (!fires) {
            return time + " +" + channel + " " + trouble;
        }
        String other = CHANGES.get(random.nextInt(CHANGES.size()));
        return random.nextBoolean()
                ? time + " -" + channel + " " + trouble
                : time + " ~" + channel + " " + trouble + other;
    }

    private static boolean isOf(Alert alert, String channel, String trouble) {
        return alert.channel().equals(channel)
                && trouble.startsWith(alert.check().id())
                && trouble.endsWith("/dash") == (alert.protocol() == Protocol.DASH);
    }

    private static Set<String> ids(Iterable<Incident> incidents) {
        Set<String> ids = new HashSet<>();
        incidents.forEach(incident -> ids.add(incident.id()));
        return ids;
    }

    private static List<Alert> told(List<Incident> standing) {
        List<Alert> told = new ArrayList<>();
        for (Incident incident : standing) {
            switch (incident) {
                case Alert alert -> told.add(alert);
                case Group group -> told.addAll(group.members());
            }
        }
        return told;
    }
}
