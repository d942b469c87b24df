package io.rungwatch.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.AllChecks;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the engine takes for one poll with every check on, from the bytes to the report: of a playlist, and of an MPD. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckBenchmark {
    private static final int WINDOW = 10;
    private static final int RUNGS = 4;
    /** Four rungs and a sound. */
    private static final int MPD_RENDITIONS = 5;

    private static final int ROUNDS = 200;

    /** A line of the table; the goal is one for each rendition. */
    private record Row(String benchmark, String what, int renditions, double goal) {}

    private static final List<Row> ROWS = List.of(
            new Row("hlsUnchanged", "HLS playlist, unchanged", 1, 5),
            new Row("hlsChanged", "HLS playlist, a new segment", 1, 30),
            new Row("mpdUnchanged", "MPD of 5 renditions, unchanged", MPD_RENDITIONS, 5),
            new Row("mpdChanged", "MPD of 5 renditions, a new segment", MPD_RENDITIONS, 30));

    @State(Scope.Benchmark)
    public static class HlsChannel {
        final LiveChannel channel = new LiveChannel(
                "/live/master.m3u8",
                Optional.of(master()),
                List.of("/live/1080.m3u8", "/live/720.m3u8", "/live/540.m3u8", "/live/360.m3u8"),
                ROUNDS,
                poll -> LivePlaylist.of(poll, WINDOW),
                poll -> LivePlaylist.begin(poll + WINDOW).plusSeconds(1));

        @Setup(Level.Invocation)
        public void warm() {
            channel.warm();
        }

        private static byte[] master() {
            StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-INDEPENDENT-SEGMENTS\n");
            for (int height : new int[] {1080, 720, 540, 360}) {
                text.append(
                        "#EXT-X-STREAM-INF:BANDWIDTH=%1$d,AVERAGE-BANDWIDTH=%1$d,RESOLUTION=%2$dx%3$d,FRAME-RATE=29.970,CODECS=\"avc1.640028,mp4a.40.2\"%n%3$d.m3u8%n"
                                .formatted(height * height * 4, height * 16 / 9, height));
            }
            return text.toString().getBytes(UTF_8);
        }
    }

    @State(Scope.Benchmark)
    public static class MpdChannel {
        final LiveChannel channel = new LiveChannel(
                "/live/manifest.mpd",
                Optional.empty(),
                List.of("/live/manifest.mpd"),
                ROUNDS,
                poll -> LiveMpd.of(poll, 2 * WINDOW),
                poll -> LiveMpd.begin(poll + WINDOW).plusSeconds(1));

        @Setup(Level.Invocation)
        public void warm() {
            channel.warm();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS * RUNGS)
    public int hlsChanged(HlsChannel hls) {
        return changed(hls.channel);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS * RUNGS)
    public int hlsUnchanged(HlsChannel hls) {
        return unchanged(hls.channel);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int mpdChanged(MpdChannel mpd) {
        return changed(mpd.channel);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int mpdUnchanged(MpdChannel mpd) {
        return unchanged(mpd.channel);
    }

    private static int changed(LiveChannel channel) {
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            found += channel.next();
        }
        return found;
    }

    private static int unchanged(LiveChannel channel) {
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            found += channel.again(round);
        }
        return found;
    }

    public static void main(String[] args) throws RunnerException {
        boolean quick = Arrays.asList(args).contains("--quick");
        Options options = new OptionsBuilder()
                .include(CheckBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(quick ? 800 : 2000))
                .measurementIterations(quick ? 3 : 8)
                .measurementTime(TimeValue.milliseconds(quick ? 400 : 1000))
                .verbosity(VerboseMode.SILENT)
                .build();
        System.out.printf(
                "Judging one poll of a window of %d segments, %d checks on, from bytes to report, microseconds (%d s to wait)%n",
                WINDOW, AllChecks.LIST.size(), Math.round(ROWS.size() * (quick ? 7.0 : 20.0)));
        Collection<RunResult> results = new Runner(options).run();
        System.out.printf("%-36s %10s %10s %10s%n", "", "cost", "±", "goal");
        boolean met = true;
        for (Row row : ROWS) {
            met &= print(row, results);
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean print(Row row, Collection<RunResult> results) {
        RunResult result = results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + row.benchmark()))
                .findFirst()
                .orElseThrow();
        double cost = result.getPrimaryResult().getScore();
        double goal = row.goal() * row.renditions();
        System.out.printf(
                "%-36s %10.2f %10.2f %10.0f%s%n",
                row.what(), cost, result.getPrimaryResult().getScoreError(), goal, cost < goal ? "" : "   missed");
        return cost < goal;
    }
}
