package io.rungwatch.checks;

import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.Relation;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.SteeringCheck;
import io.rungwatch.check.TracksCheck;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Promises;
import io.rungwatch.stage.Recording;
import io.rungwatch.stage.Situation;
import io.rungwatch.url.Url;
import io.rungwatch.watch.PollReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code cases/<check>/<situation>}: the polls 0.m3u8, 1.m3u8 … six seconds apart, the first of them at 00:00:37, and expect.txt. The
 * latter says {@code none}, or each finding of the check as {@code severity: message}; {@code also:} names other checks that speak too.
 * What differs from a live channel with one rung is said by {@code polls: 0s 60s}, {@code of: manifest}, {@code mode: vod},
 * {@code segment: 6s 10%}, {@code window: 2h}, {@code ladder: none}, {@code audio: vie eng/ac-3} and {@code subtitles: vie}; what differs in
 * the answer by {@code headers: Age: 7 | ETag: "a"} and {@code from: https://where.example/it-came-from}. Lines with # say why. Of DASH the
 * polls are 0.mpd, 1.mpd …, and {@code relation: behind} says how each stands to the one before, {@code ladder: yes} that the profile
 * expects its four rungs.
 */
record CaseFolder(String check, Path folder) {
    private static final Path ALL = Path.of("src/test/resources/cases");
    private static final Set<String> SETTINGS = Set.of(
            "polls",
            "of",
            "mode",
            "ladder",
            "segment",
            "window",
            "audio",
            "subtitles",
            "from",
            "headers",
            "also",
            "relation",
            "encrypted",
            "systems",
            "lead",
            "unmarked");

    static List<CaseFolder> of(String check) {
        return Files.isDirectory(ALL.resolve(check))
                ? list(ALL.resolve(check))
                        .map(folder -> new CaseFolder(check, folder))
                        .toList()
                : List.of();
    }

    static Stream<CaseFolder> all() {
        return ManifestChecks.ALL.stream().flatMap(known -> of(known.info().id()).stream());
    }

    Situation situation() {
        List<String> findings = new ArrayList<>(lines());
        findings.removeIf(line -> line.startsWith("#") || settings().containsKey(word(line)));
        List<Finding> found = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Finding finding : findings()) {
            if (finding.check().id().equals(check) && told.add(Situation.line(finding))) {
                found.add(finding);
            }
        }
        return new Situation(toString(), found, String.join("\n", findings));
    }

    /** Other checks that would wake somebody. */
    Set<String> others() {
        Set<String> others = new TreeSet<>();
        findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.check().id())
                .filter(id -> !id.equals(check))
                .forEach(others::add);
        return others;
    }

    Set<String> expectedOthers() {
        return new TreeSet<>(words("also", ""));
    }

    private List<Finding> findings() {
        List<Path> manifests = files(".mpd");
        return manifests.isEmpty()
                ? reports().stream()
                        .flatMap(report -> report.findings().stream())
                        .toList()
                : MpdPolls.judge(
                        IntStream.range(0, manifests.size())
                                .mapToObj(i -> answer(MpdPolls.MPD, at(i), bytes(manifests.get(i))))
                                .toList(),
                        Relation.valueOf(
                                words("relation", "continues").getFirst().toUpperCase(Locale.ROOT)),
                        MpdPolls.seenFromOutside(profile(words("ladder", "").contains("yes"))));
    }

    private List<PollReport> reports() {
        boolean manifest = isAboutLadders() || words("of", "playlist").contains("manifest");
        Recording recording = manifest ? Recording.ofManifest(profile(true)) : Recording.ofPlaylist(profile(false));
        Url asked = manifest ? Recording.MANIFEST : Recording.PLAYLIST;
        List<Path> files = files(".m3u8");
        for (int i = 0; i < files.size(); i++) {
            recording.see(asked, answer(asked, at(i), bytes(files.get(i))));
        }
        return recording.reports();
    }

    private List<Path> files(String suffix) {
        return list(folder).filter(file -> file.toString().endsWith(suffix)).toList();
    }

    private Instant at(int poll) {
        List<String> polls = words("polls", "");
        Duration after = polls.isEmpty() ? Duration.ofSeconds(6L * poll) : duration(polls.get(poll));
        return LivePlaylist.START.plus(after);
    }

    private Exchange.Answered answer(Url asked, Instant at, byte[] body) {
        Url from = settings().containsKey("from") ? Channels.url(settings().get("from")) : asked;
        String[] headers = Arrays.stream(settings().getOrDefault("headers", "").split("\\|", -1))
                .filter(header -> !header.isBlank())
                .flatMap(header -> Arrays.stream(header.split(":", 2)))
                .map(String::strip)
                .toArray(String[]::new);
        return Answers.ok(from, at, body, headers);
    }

    private boolean isAboutLadders() {
        return ManifestChecks.ALL.stream()
                .filter(known -> known.info().id().equals(check))
                .anyMatch(known -> known instanceof LadderCheck
                        || known instanceof RungsCheck
                        || known instanceof TracksCheck
                        || known instanceof SteeringCheck);
    }

    private ChannelProfile profile(boolean ladder) {
        List<String> segment = words("segment", "");
        SegmentRule rule = segment.isEmpty()
                ? SegmentRule.DEFAULT
                : new SegmentRule(
                        Optional.of(duration(segment.get(0))),
                        OptionalDouble.of(Double.parseDouble(segment.get(1).replace("%", "")) / 100),
                        3);
        ChannelProfile usual = Channels.profile(
                Mode.valueOf(words("mode", "live").getFirst().toUpperCase(Locale.ROOT)),
                ladder && !words("ladder", "").contains("none") ? Channels.LADDER : List.of(),
                tracks("audio"),
                rule,
                Channels.PACKAGER);
        Optional<Duration> window = words("window", "").stream().findFirst().map(CaseFolder::duration);
        ChannelProfile promised = Channels.promised(usual, tracks("subtitles"), window);
        return Channels.set(
                settings().containsKey("encrypted") ? Channels.expecting(promised, protection()) : promised,
                check,
                new CheckSetting(true, Optional.empty(), OptionalDouble.empty()));
    }

    private Expectations protection() {
        Promises promises = Promises.promises()
                .encrypted(words("encrypted", "").contains("yes"))
                .systems(words("systems", ""))
                .clearLead(duration(words("lead", "0s").getFirst()));
        return (words("unmarked", "").contains("yes") ? promises.adsUnmarked() : promises).made();
    }

    /** `vie eng/ac-3`: languages, and codecs where they matter. */
    private List<ExpectedTrack> tracks(String setting) {
        return words(setting, "").stream()
                .map(word -> word.split("/", 2))
                .map(parts -> new ExpectedTrack(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private List<String> words(String setting, String usual) {
        String text = settings().getOrDefault(setting, usual);
        return text.isBlank() ? List.of() : Arrays.asList(text.split("[ ,]+"));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : lines()) {
            if (SETTINGS.contains(word(line))) {
                settings.put(word(line), line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return settings;
    }

    private static String word(String line) {
        return line.contains(":") ? line.substring(0, line.indexOf(':')) : line;
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private List<String> lines() {
        return new String(bytes(folder.resolve("expect.txt")), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
        return check + "/" + folder.getFileName();
    }
}
