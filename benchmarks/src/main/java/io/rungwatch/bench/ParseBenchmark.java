package io.rungwatch.bench;

import com.iheartradio.m3u8.Encoding;
import com.iheartradio.m3u8.Format;
import com.iheartradio.m3u8.ParseException;
import com.iheartradio.m3u8.PlaylistException;
import com.iheartradio.m3u8.PlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.rungwatch.hls.Hls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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

/** From the bytes of a live playlist to the whole typed model, beside the parsers that Java offers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    private static final List<String> PARSERS = List.of("rungwatch", "lindstrom", "openM3u8");
    private static final List<String> SEGMENTS = List.of("5", "3000");

    @Param({"5", "3000"})
    int segments;

    private final MediaPlaylistParser lindstrom = new MediaPlaylistParser(io.lindstrom.m3u8.parser.ParsingMode.LENIENT);
    private byte[] body = {};

    @Setup
    public void live() {
        body = LivePlaylist.of(segments);
    }

    @Benchmark
    public Object rungwatch() {
        return Hls.parse(body);
    }

    @Benchmark
    public Object lindstrom() throws IOException {
        return lindstrom.readPlaylist(new ByteArrayInputStream(body));
    }

    @Benchmark
    public Object openM3u8() throws IOException, ParseException, PlaylistException {
        return new PlaylistParser(
                        new ByteArrayInputStream(body),
                        Format.EXT_M3U,
                        Encoding.UTF_8,
                        com.iheartradio.m3u8.ParsingMode.LENIENT)
                .parse();
    }

    public static void main(String[] args) throws RunnerException {
        boolean quick = Arrays.asList(args).contains("--quick");
        Options options = new OptionsBuilder()
                .include(ParseBenchmark.class.getName() + ".*")
                .include(MpdReaderBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(quick ? 600 : 1000))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 1000))
                .verbosity(VerboseMode.SILENT)
                .build();
        System.out.println("Parsing a live playlist, PROGRAM-DATE-TIME on each segment, microseconds (" + seconds(quick)
                + " s to wait)");
        Collection<RunResult> results = new Runner(options).run();
        print(results);
        System.out.println("Parsing a live MPD of 5 Representations and 3,000 S");
        MpdReaderBenchmark.print(results);
    }

    private static long seconds(boolean quick) {
        return Math.round(
                (PARSERS.size() * SEGMENTS.size() + MpdReaderBenchmark.READERS.size()) * (quick ? 4.5 : 10.6));
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf(
                "%-10s %12s %12s %12s %18s %18s%n",
                "segments", "rungwatch", "lindstrom", "open-m3u8", "vs lindstrom", "vs open-m3u8");
        for (String count : SEGMENTS) {
            double ours = score(results, "rungwatch", count);
            double lindstrom = score(results, "lindstrom", count);
            double open = score(results, "openM3u8", count);
            System.out.printf(
                    "%-10s %12.2f %12.2f %12.2f %16.1f x %16.1f x%n",
                    count, ours, lindstrom, open, lindstrom / ours, open / ours);
        }
    }

    private static double score(Collection<RunResult> results, String parser, String segments) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + parser)
                        && r.getParams().getParamsKeys().contains("segments")
                        && r.getParams().getParam("segments").equals(segments))
                .mapToDouble(r -> r.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
