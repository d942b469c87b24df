package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.cause.RootCauses;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody must be told: no circle of excuses. */
class RootCausesTest {
    static Stream<Comparator<String>> orders() {
        return Stream.of(Comparator.naturalOrder(), Comparator.reverseOrder());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nothingIsExplainedInACircle(Comparator<String> order) {
        ChannelMemory memory = everything(order);
        List<Sighting> left = new ArrayList<>(memory.sightings());
        boolean fewer = true;
        while (fewer) {
            List<Sighting> causes = List.copyOf(left);
            fewer = left.removeIf(other -> causes.stream()
                    .noneMatch(cause -> RootCauses.explains(cause, other, memory.layers(), memory.sightings())));
        }

        assertThat(left)
                .extracting(sighting -> sighting.finding().check().id())
                .as("each explained by another of them")
                .isEmpty();
    }

    @Test
    void ofTwoThatExplainEachOtherTheGraverIsTold() {
        List<String> told = Story.of(
                        "0 edge-hn/manifest manifest_unavailable error_cached",
                        "6 edge-hn/manifest manifest_unavailable error_cached",
                        "8 packager/SD")
                .told();

        assertThat(told)
                .containsExactly("8 RAISED manifest_unavailable CRITICAL edge-hn/manifest explains error_cached");
    }

    /** Renditions are sampled in turns: what the next one shows below a server that hangs is no news. */
    @Test
    void aServerThatDoesNotAnswerExplainsTheErrorsOfThoseBelow() {
        List<String> told = Story.of(
                        "0 origin/HD request_timeout",
                        "6 origin/HD request_timeout",
                        "8 edge-hn/SD segment_error",
                        "10 origin/HD request_timeout",
                        "14 edge-hn/SD segment_error",
                        "20 edge-hn/SD segment_error")
                .told();

        assertThat(told).containsExactly("8 RAISED request_timeout MAJOR origin/HD explains segment_error");
    }

    /** Of both protocols together, what many samples show is told at the manifest of HLS. */
    @Test
    void whatManySamplesShowIsOfEitherProtocol() {
        List<String> told = Story.of(
                        "0 edge-hn/mpd segment_missing",
                        "6 edge-hn/mpd segment_missing",
                        "8 edge-hn/manifest http_error_rate",
                        "14 edge-hn/manifest http_error_rate",
                        "20 edge-hn/mpd segment_missing")
                .told();

        assertThat(told).anyMatch(line -> line.contains("RAISED segment_missing"));
        assertThat(told).noneMatch(line -> line.contains("RAISED http_error_rate"));
    }

    @Test
    void errorsOfServersAreNotThoseOfASegmentThatTheOtherProtocolMisses() {
        List<String> told = Story.of(
                        "0 edge-hn/mpd segment_missing",
                        "6 edge-hn/mpd segment_missing",
                        "8 edge-hn/manifest http_server_errors",
                        "14 edge-hn/manifest http_server_errors",
                        "20 edge-hn/mpd segment_missing")
                .told();

        assertThat(told).anyMatch(line -> line.contains("RAISED http_server_errors"));
    }

    @Test
    void aSlowLayerIsToldOnce() {
        List<String> told = Story.of(
                        "0 origin/manifest latency_high first_byte_slow latency_outlier",
                        "6 origin/manifest latency_high first_byte_slow latency_outlier",
                        "12 origin/manifest latency_high first_byte_slow latency_outlier")
                .told();

        assertThat(told)
                .singleElement()
                .asString()
                .contains("RAISED latency_high")
                .contains("first_byte_slow")
                .contains("latency_outlier");
    }

    @Test
    void whatIsAboveAServerIsNotExplainedByIt() {
        List<String> told = Story.of(
                        "0 edge-hn/HD request_timeout",
                        "6 edge-hn/HD request_timeout",
                        "8 origin/SD segment_error",
                        "14 origin/SD segment_error",
                        "20 origin/SD segment_error")
                .told();

        assertThat(told).anyMatch(line -> line.contains("RAISED segment_error"));
    }

    /** Every fault there is at one place, each a second after the one before. */
    private static ChannelMemory everything(Comparator<String> order) {
        List<String> ids = AllChecks.LIST.stream()
                .map(Check::info)
                .map(CheckInfo::id)
                .sorted(order)
                .toList();
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= ids.size(); i++) {
            lines.add(i + " edge-hn/manifest " + String.join(" ", ids.subList(0, i)));
        }
        return Story.of(lines.toArray(String[]::new)).memory();
    }
}
