package io.rungwatch.checks;

import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Mode;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.watch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code dialects/<packager>}: a healthy channel in a packager's habits, as its server answers. Below {@code 06s} stands what changes six
 * seconds after the first poll; told.txt lists what the checks say of it, none of it to wake anybody.
 */
record Dialect(Path folder) {
    private static final Path ALL = Path.of("src/test/resources/dialects");
    private static final Map<String, CheckSetting> EVERYTHING = ManifestChecks.ALL.stream()
            .collect(Collectors.toMap(
                    check -> check.info().id(),
                    check -> new CheckSetting(true, Optional.empty(), OptionalDouble.empty())));
    private static final Map<String, CheckSetting> UNDATED = new HashMap<>(EVERYTHING);

    static {
        UNDATED.put(
                "program_date_time_missing",
                new CheckSetting(true, Optional.of(Severity.INFO), OptionalDouble.empty()));
    }

    static Stream<Dialect> all() {
        return list(ALL).map(Dialect::new);
    }

    /** The whole recording, all checks on, those of authoring too. */
    Chain watched() {
        Chain chain = new Chain(profile());
        Map<String, NavigableMap<Integer, byte[]>> files = files();
        files.forEach((path, states) -> chain.answers(path, (fetch, at) -> {
            var newest = states.floorEntry(
                    (int) Duration.between(LivePlaylist.START, at).toSeconds());
            return newest == null
                    ? Answers.status(fetch.url(), at, 404)
                    : Answers.ok(
                            fetch.url(),
                            at,
                            newest.getValue(),
                            "Content-Type",
                            path.endsWith(".mpd") ? "application/dash+xml" : "application/vnd.apple.mpegurl",
                            "Cache-Control",
                            "max-age=1",
                            "Content-Encoding",
                            "gzip",
                            "ETag",
                            "\"" + newest.getKey() + "\"",
                            "Access-Control-Allow-Origin",
                            "*");
        }));
        return chain.pass(seconds());
    }

    /** Until the last change; what nothing changes in is watched for a while. */
    private int seconds() {
        int last = list(folder)
                .filter(Files::isDirectory)
                .mapToInt(Dialect::after)
                .max()
                .orElseThrow();
        return last == 0 ? 30 : last;
    }

    private Map<String, NavigableMap<Integer, byte[]>> files() {
        Map<String, NavigableMap<Integer, byte[]>> files = new TreeMap<>();
        list(folder)
                .filter(Files::isDirectory)
                .forEach(state -> walk(state)
                        .forEach(file -> files.computeIfAbsent(
                                        "/live/" + state.relativize(file), path -> new TreeMap<>())
                                .put(after(state), bytes(file))));
        return files;
    }

    private static int after(Path state) {
        return Integer.parseInt(state.getFileName().toString().replace("s", ""));
    }

    private ChannelProfile profile() {
        boolean onDemand = folder.toString().endsWith("-vod");
        ChannelProfile usual = Channels.mode(onDemand ? Mode.VOD : Mode.LIVE, Channels.PACKAGER);
        return new ChannelProfile(
                usual.channel(),
                usual.name(),
                usual.mode(),
                usual.tier(),
                has("master.m3u8") ? usual.hls() : Optional.empty(),
                has("manifest.mpd") ? Optional.of("/live/manifest.mpd") : Optional.empty(),
                usual.layers(),
                usual.segment(),
                usual.ladder(),
                usual.audio(),
                usual.subtitles(),
                usual.expect(),
                dated() ? EVERYTHING : UNDATED,
                List.of());
    }

    /** Dates are optional, and a profile says so where a packager writes none. */
    private boolean dated() {
        return walk(folder).stream()
                .anyMatch(file -> new String(bytes(file), StandardCharsets.UTF_8).contains("#EXT-X-PROGRAM-DATE-TIME"));
    }

    private boolean has(String entry) {
        return Files.exists(folder.resolve("00s").resolve(entry));
    }

    /** Each check once for each severity, with the first that it said. */
    static String told(Chain chain) {
        Map<String, String> told = new TreeMap<>();
        chain.reports()
                .forEach(report -> report.findings()
                        .forEach(finding -> told.putIfAbsent(
                                key(finding), report.where().rendition().name() + ": " + finding.message())));
        return told.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static boolean wakesSomebody(Finding finding) {
        return finding.severity() != Severity.INFO && finding.check().set() != CheckSet.AUTHORING;
    }

    static boolean isAnswered(Outcome outcome) {
        return outcome instanceof Outcome.Fetched || outcome instanceof Outcome.Aside;
    }

    private static String key(Finding finding) {
        return finding.check().set().word() + " " + finding.severity().word() + " "
                + finding.check().id();
    }

    Path golden() {
        return folder.resolve("told.txt");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
