package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Notification;
import io.rungwatch.alert.Notification.Kind;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import io.rungwatch.watch.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A layer that is behind by a lag of which no header tells: silence, or one alert that stays. At any one poll it is behind by a whole number of
 * segments, one now and two the next time; what lies between must not come and go. The caches say that they keep for half a target duration, and so
 * the limit is at two of them.
 */
class LagTest {
    private static final double NEVER = 1.7;
    private static final double ALWAYS = 2.05;
    private static final double[] LAGS = {0.8, 1.2, 1.5, NEVER, 1.8, 1.85, 1.9, 1.95, ALWAYS, 2.5, 3};

    private static final List<List<Kind>> SILENCE = List.of(List.of());
    private static final List<List<Kind>> ONE_THAT_STAYS = List.of(List.of(Kind.RAISED));
    private static final List<List<Kind>> ANY_OF_THEM =
            List.of(List.of(), List.of(Kind.RAISED), List.of(Kind.RAISED, Kind.CLEARED));

    private record Row(StreamSpec stream, double lag) {
        static Stream<Row> of(StreamSpec stream) {
            return Stream.of(
                            stream.withDash(Dash.by(Dash.Addressing.TIME)),
                            stream.withPublication(new Publication(
                                    Duration.ofMillis(100), segment(stream).dividedBy(3))))
                    .flatMap(each -> DoubleStream.of(LAGS).mapToObj(lag -> new Row(each, lag)));
        }

        private static Duration segment(StreamSpec stream) {
            return stream.segmentation().duration();
        }

        World world() throws BadUrl {
            return new World(Presets.world(1, stream));
        }

        boolean hasDash() {
            return stream.extras().dash() != null;
        }

        String fault() {
            long by = Math.round(lag * segment(stream).toMillis());
            return "lagging_layer layer=edge-hn by=" + by + "ms age=hidden for=1h";
        }

        @Override
        public String toString() {
            return lag + " × " + segment(stream).toSeconds() + " s" + (hasDash() ? "" : ", published late");
        }
    }

    static Stream<Row> rows() {
        return Stream.of(2, 6).map(Duration::ofSeconds).map(LagTest::lean).flatMap(Row::of);
    }

    private static StreamSpec lean(Duration segment) {
        return StreamSpec.of(Presets.LADDER.subList(1, 3), Segmentation.of(segment))
                .withAudio(RealMedia.SURROUND);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isToldOnceOrNever(Row row) throws BadUrl {
        World world = row.world().pass(Duration.ofMinutes(5));

        world.fault(row.fault()).pass(Duration.ofMinutes(30));

        List<List<Kind>> may = row.lag() <= NEVER ? SILENCE : row.lag() >= ALWAYS ? ONE_THAT_STAYS : ANY_OF_THEM;
        assertThat(told(world, Protocol.HLS)).isIn(may);
        if (row.hasDash()) {
            assertThat(told(world, Protocol.DASH)).isIn(may);
        }
    }

    private static List<Kind> told(World world, Protocol protocol) {
        List<Kind> told = new ArrayList<>();
        for (Notification notification : world.notifications) {
            if (notification.kind() != Kind.CHANGED
                    && notification.incident() instanceof Alert alert
                    && alert.protocol() == protocol
                    && alert.check().id().equals("layer_behind")) {
                told.add(notification.kind());
            }
        }
        return told;
    }
}
