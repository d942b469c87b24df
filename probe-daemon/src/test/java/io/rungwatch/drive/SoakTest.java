package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Notification;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Days of television: {@code ./test --soak 30}, two days where no number is given. A day takes about a minute and a half in each test
 * on two busy cores (estimated from single days), so 30 days about an hour and a half.
 */
@Tag("soak")
class SoakTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SIX = FaultRow.SEGMENT;
    private static final int DAYS = Integer.getInteger("soak.days", 2);

    @Test
    void noiseWakesNobody() throws BadUrl {
        Freshness kept = new Freshness(SIX, SIX, Duration.ofHours(1));
        World world = new World(new SimulatorSpec(mix(), Presets.layers(kept), kept));
        String always = " from=+1m for=" + (DAYS + 1) * 24 + "h";
        // One disturbance each: a twin whose segments also came late would indeed be stale.
        world.fault("twin layer=packager behind=1 channel=locked" + always);
        world.fault("older_copy layer=edge-hn by=9s channel=ads" + always);
        world.fault("slow layer=midcache-hn delay=1s channel=cut" + always);
        long began = System.nanoTime();
        for (int day = 0; day < DAYS; day++) {
            world.pass(DAY);
            assertThat(world.faults).isEmpty();
            assertThat(world.notifications)
                    .as(() -> String.join("\n", world.seen.subList(0, Math.min(20, world.seen.size()))))
                    .isEmpty();
        }
        summary("noise", world.polls, 0, began);
    }

    /** One fault a day, from noon on: told, cleared, and nothing else all day. */
    @Test
    void faultsAreToldAndNothingElse() throws BadUrl {
        List<FaultRow> rows = FaultTest.faults()
                .filter(row -> row.stream().equals(Presets.stream(SIX)))
                .toList();
        World world = new World(Presets.world(1, Presets.stream(SIX)));
        long began = System.nanoTime();
        int told = 0;
        for (int day = 0; day < DAYS; day++) {
            FaultRow row = rows.get(day * 7 % rows.size());
            world.fault(row.fault() + " channel=CH_001 from=+12h for=5m").pass(DAY);
            List<String> raised = new ArrayList<>(world.told());
            raised.removeIf(alert -> row.also().stream().anyMatch(alert::startsWith));
            assertThat(raised).as(row.fault()).containsExactlyInAnyOrderElementsOf(row.alerts());
            assertThat(world.alerts.firing()).as(row.fault()).isEmpty();
            assertThat(world.faults).isEmpty();
            told += (int) world.notifications.stream()
                    .filter(n -> n.kind() == Notification.Kind.RAISED)
                    .count();
            world.notifications.clear();
        }
        summary("a fault a day", world.polls, told, began);
    }

    private static List<ChannelSpec> mix() {
        StreamSpec six = Presets.stream(SIX);
        Publication late = new Publication(Duration.ofMillis(400), Duration.ofSeconds(2));
        AdBreaks ads = new AdBreaks(Duration.ofMinutes(12), Duration.ofSeconds(90));
        Protection keys = Protection.of(Protection.Method.AES_128).withRotation(Duration.ofHours(1));
        return List.of(
                new ChannelSpec("late", six.withPublication(late).withRestarts(Duration.ofHours(1))),
                new ChannelSpec("ads", six.withAds(ads).with(HlsFeature.INTERSTITIALS)),
                new ChannelSpec("locked", six.withProtection(keys)),
                new ChannelSpec(
                        "cut",
                        six.withSegmentation(Segmentation.of(SIX)
                                .withContainer(Container.FMP4)
                                .withJitter(0.08))));
    }

    private static void summary(String what, long polls, int alerts, long began) {
        System.out.printf(
                "soak: %d days, %s: %d polls, %d alerts told, none of them false, %d s%n",
                DAYS,
                what,
                polls,
                alerts,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
