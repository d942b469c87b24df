package io.rungwatch.fuzz;

import io.rungwatch.dash.DashFuzz;
import io.rungwatch.dash.TemplateFuzz;
import io.rungwatch.dash.TimeFuzz;
import io.rungwatch.hls.DateFuzz;
import io.rungwatch.hls.HlsFuzz;
import io.rungwatch.scte35.Scte35Fuzz;
import io.rungwatch.url.UrlFuzz;
import io.rungwatch.watch.ChannelFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What takes any bytes, and the seeds to begin with: folders below src/test/resources. What made it fail once is kept in fuzz/ below its
 * name. A dictionary of the same name holds words that its input is made of.
 *
 * @param type has `fuzzerTestOneInput`, as Jazzer wants it
 * @param runs with spoilt seeds in each build
 */
public record Target(String name, Class<?> type, Body body, List<String> corpora, int runs) {
    private static final Path RESOURCES = Path.of("src/test/resources");

    public static final List<Target> ALL = List.of(
            new Target("hls", HlsFuzz.class, HlsFuzz::fuzzerTestOneInput, List.of("cases/habits", "dialects"), 10_000),
            new Target("dash", DashFuzz.class, DashFuzz::fuzzerTestOneInput, List.of("cases", "dialects"), 3_000),
            new Target("scte35", Scte35Fuzz.class, Scte35Fuzz::fuzzerTestOneInput, List.of(), 40_000),
            new Target("template", TemplateFuzz.class, TemplateFuzz::fuzzerTestOneInput, List.of(), 20_000),
            new Target("date", DateFuzz.class, DateFuzz::fuzzerTestOneInput, List.of(), 40_000),
            new Target("time", TimeFuzz.class, TimeFuzz::fuzzerTestOneInput, List.of(), 40_000),
            new Target("url", UrlFuzz.class, UrlFuzz::fuzzerTestOneInput, List.of(), 20_000),
            new Target("channel", ChannelFuzz.class, ChannelFuzz::fuzzerTestOneInput, List.of("cases/habits"), 300));

    /** One run. */
    public interface Body {
        void run(byte[] data) throws Exception;
    }

    List<Path> folders() {
        return Stream.concat(Stream.of("fuzz/" + name), corpora.stream())
                .map(RESOURCES::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    /** All files below all folders; of MPDs and playlists each target takes its own kind. */
    List<Path> seeds() {
        return folders().stream()
                .flatMap(Target::files)
                .filter(file -> !name.equals("dash") || file.toString().endsWith(".mpd"))
                .filter(file -> !file.endsWith("told.txt"))
                .toList();
    }

    Path dictionary() {
        return RESOURCES.resolve("fuzz/" + name + ".dict");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
