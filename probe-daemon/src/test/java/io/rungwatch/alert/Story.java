package io.rungwatch.alert;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A channel's reports as lines, `seconds layer/rendition checks…`, and what the fold tells of them. A check may carry a severity,
 * `playlist_stale:minor`. After the seconds, {@code ~} is a second look, {@code !} a poll of which only the exchange could be judged,
 * {@code ?} one that could not be judged at all, {@code -} the end of watching. The target duration is six seconds.
 * The rendition {@code mpd} is the manifest of DASH, all others are of HLS.
 */
final class Story {
    static final List<Layer> LAYERS =
            List.of(layer("packager", Kind.PACKAGER), layer("origin", Kind.ORIGIN), layer("edge-hn", Kind.EDGE));

    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration TARGET = Duration.ofSeconds(6);

    private final Map<String, Where> places = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private ChannelMemory memory = ChannelMemory.empty("CH_001", "News HD", LAYERS);

    static Story of(String... lines) {
        Story story = new Story();
        Arrays.stream(lines).forEach(story::line);
        return story;
    }

    void line(String line) {
        List<String> words = Arrays.asList(line.strip().split(" +"));
        String time = words.get(0);
        char mark = time.charAt(time.length() - 1);
        double seconds = Double.parseDouble(time.replaceAll("[~!?-]$", ""));
        Instant at = ZERO.plusMillis(Math.round(seconds * 1000));
        Where where = places.computeIfAbsent(words.get(1), Story::where);
        List<Finding> findings =
                words.subList(2, words.size()).stream().map(Story::finding).toList();
        AlertFold.Decision decision = mark == '-'
                ? AlertFold.forget(memory, where, at)
                : AlertFold.decide(memory, report(where, at, findings, mark));
        memory = decision.memory();
        changes.addAll(decision.changes());
        decision.changes().forEach(change -> told.add(time + " " + told(change)));
    }

    List<String> told() {
        return told;
    }

    List<Change> changes() {
        return changes;
    }

    ChannelMemory memory() {
        return memory;
    }

    /** `RAISED check SEVERITY layer/renditions +alsoAt explains …`. */
    private static String told(Change change) {
        Alert alert = change.alert();
        String also = alert.alsoAt().isEmpty() ? "" : " +" + String.join("+", alert.alsoAt());
        String explains = alert.consequences().isEmpty() ? "" : " explains " + String.join(",", alert.consequences());
        return change.kind() + " " + alert.finding().check().id() + " " + alert.severity() + " " + alert.layer() + "/"
                + String.join(",", alert.renditions()) + also + explains;
    }

    private static PollReport report(Where where, Instant at, List<Finding> findings, char mark) {
        Exchange exchange = new Exchange.Failed(at, Timing.NONE, List.of(), Failure.RESET, "");
        Set<Input> judged = switch (mark) {
            case '?' -> EnumSet.noneOf(Input.class);
            case '!' -> EnumSet.of(Input.EXCHANGE);
            default -> EnumSet.allOf(Input.class);
        };
        Outcome outcome = mark == '?' ? new Outcome.NotJudged(exchange, "late") : new Outcome.Unreachable(exchange);
        return new PollReport(
                where, where.layer().base(), at, outcome, findings, List.of(), judged, mark == '~', TARGET);
    }

    private static Finding finding(String word) {
        String[] parts = word.split(":", 2);
        Finding finding = Finding.of(AllChecks.byId(parts[0]).orElseThrow(), "as the story says");
        return parts.length == 1 ? finding : finding.severity(Severity.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    private static Where where(String place) {
        String[] parts = place.split("/", 2);
        Layer layer = LAYERS.stream()
                .filter(l -> l.name().equals(parts[0]))
                .findFirst()
                .orElseThrow();
        boolean dash = parts[1].equals("mpd");
        Rendition rendition = dash || parts[1].equals("manifest")
                ? Rendition.ENTRY
                : new Rendition(parts[1], parts[1].startsWith("audio") ? Rendition.Kind.AUDIO : Rendition.Kind.VIDEO);
        return new Where("CH_001", dash ? Protocol.DASH : Protocol.HLS, layer, rendition);
    }

    private static Layer layer(String name, Kind kind) {
        String team = kind == Kind.PACKAGER ? "packager" : "cdn";
        return new Layer(name, kind, team, new Url("http", name, 80, "/"), Optional.empty());
    }
}
