package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Group;
import io.rungwatch.alert.Incident;
import io.rungwatch.alert.Notification;
import io.rungwatch.alert.Notification.Kind;
import io.rungwatch.simulator.Presets;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault of a layer under many channels is one alert with a list. */
class GroupTest {
    @ParameterizedTest(name = "{0} under {1} channels is {2} at {3}")
    @CsvSource({
        "status code=503 layer=origin for=40s, 200, manifest_unavailable, origin,    70",
        "hang layer=origin for=40s,             50, manifest_unavailable, origin,    70",
        "sequence_gap layer=packager,           50, media_sequence_gap,   packager, 960",
    })
    void oneAlertWithAList(String fault, int channels, String check, String layer, int afterwards) throws BadUrl {
        World world = new World(Presets.standard(channels, Duration.ofSeconds(6))).pass(Duration.ofSeconds(20));

        world.fault(fault).pass(Duration.ofSeconds(22));

        List<Incident> firing = world.alerts.firing();
        assertThat(firing).singleElement().isInstanceOfSatisfying(Group.class, group -> {
            assertThat(group.check().id()).isEqualTo(check);
            assertThat(group.layer()).isEqualTo(layer);
            assertThat(group.channels()).hasSize(channels).contains("CH_001", "CH_050");
        });
        assertThat(world.alerts.firingOfChannels()).hasSize(channels);

        world.pass(Duration.ofSeconds(afterwards));

        assertThat(world.alerts.firing()).isEmpty();
        assertThat(of(world, Kind.RAISED))
                .as("four come before the fifth makes the group")
                .hasSize(5);
        assertThat(of(world, Kind.CLEARED)).containsExactly(firing.getFirst().id());
        assertThat(world.notifications).as("the log stays readable").hasSizeLessThan(20);
    }

    private static List<String> of(World world, Kind kind) {
        return world.notifications.stream()
                .filter(notification -> notification.kind() == kind)
                .map(Notification::incident)
                .map(Incident::id)
                .toList();
    }
}
