package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.stream.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten segments in a row, as ffprobe reads them: nothing to complain about, and no timestamp that goes back. */
@Tag("debian")
class FfprobeTest {
    /** What each rendition has to be; text has no packets. */
    private static final List<String> TOLD = List.of(
            "hevc,3840,2160,50/1", "h264,1920,1080,25/1", "h264,1280,720,25/1", "h264,640,360,25/1", "aac,48000,2,0/0");

    @TempDir
    private Path folder = Path.of("");

    record Row(Container container, int seconds, Instant at) {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Container container : List.of(Container.TS, Container.FMP4)) {
            Instant wrap = RealWorld.of(RealWorld.stream(2, container)).wrap();
            rows.add(new Row(container, 2, Instant.parse("2026-11-20T09:00:00Z")));
            rows.add(new Row(container, 2, wrap.plusSeconds(10)));
            rows.add(new Row(container, 2, wrap.plusSeconds(2)));
            rows.add(new Row(container, 6, wrap.plusSeconds(33)));
            rows.add(new Row(container, 3, Instant.parse("2031-07-01T17:04:59Z")));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasNothingToSay(Row row) throws Exception {
        RealWorld world = RealWorld.of(RealWorld.stream(row.seconds(), row.container()));
        for (int i = 0; i < TOLD.size(); i++) {
            String rendition = RealWorld.RENDITIONS.get(i);
            Path file = folder.resolve(rendition);
            Files.write(file, world.joined(row.at(), rendition));

            Tool probe = probe(file);

            assertThat(probe.errors()).as(rendition).isEmpty();
            assertThat(probe.status()).isZero();
            assertThat(probe.out().lines().filter(line -> line.startsWith("stream")))
                    .as(rendition)
                    .contains("stream," + TOLD.get(i))
                    .containsOnly("stream," + TOLD.get(i));
            assertEven(probe.out(), rendition, row.seconds() * 10);
        }
    }

    /** As many packets as the time has, all of them one duration apart. */
    private static void assertEven(String out, String rendition, int seconds) {
        List<Double> times = out.lines()
                .filter(line -> line.startsWith("packet"))
                .map(line -> Double.valueOf(line.split(",", -1)[1]))
                .toList();
        double each = rendition.startsWith("4K") ? 0.02 : rendition.startsWith("audio") ? 1024 / 48000.0 : 0.04;
        assertThat(times.size()).isBetween((int) (seconds / each) - 1, (int) (seconds / each) + 1);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1))
                    .as(rendition + " at " + i)
                    .isBetween(each - 1e-4, each + 1e-4);
        }
    }

    private Tool probe(Path file) throws Exception {
        return Tool.run(
                folder,
                folder,
                List.of(
                        "ffprobe",
                        "-v",
                        "warning",
                        "-show_entries",
                        "packet=dts_time:stream=codec_name,width,height,sample_rate,channels,r_frame_rate",
                        "-of",
                        "csv",
                        file.toString()));
    }
}
