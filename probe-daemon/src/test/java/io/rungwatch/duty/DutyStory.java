package io.rungwatch.duty;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to alerts as lines, and who is told of it. {@code 10 + CH_001 playlist_stale:minor@packager} raises, {@code ~} changes,
 * {@code -} clears, {@code m} merges. {@code 10 ack CH_001} acknowledges, {@code 10 silence CH_001 60} and {@code 10 unsilence}, {@code 10 restart}
 * stops the probe and starts it from what was written down, {@code 10 look CH_001} judges a channel afterwards; seconds alone let time pass. A comma makes a group of the channels.
 */
final class DutyStory {
    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, String> incidents = new HashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private Rules rules;
    private Roster roster = channel -> Optional.of(ChannelProfile.unknown(channel, "/live.m3u8", List.of()));
    private DutyMemory memory = DutyMemory.EMPTY;
    private Optional<String> called = Optional.empty();
    private int raises;

    DutyStory(Rules rules) {
        this.rules = rules;
    }

    static DutyStory of(Rules rules, String... lines) {
        DutyStory story = new DutyStory(rules);
        for (String line : lines) {
            story.line(line);
        }
        return story;
    }

    /** Everything to `snmp`, what CDN teams own to `hook` as well. */
    static Rules rules(Escalation... escalations) {
        return new Rules(
                Set.of("snmp", "hook", "boss"),
                List.of(
                        new Route(new Match(Map.of(Aspect.TEAM, List.of("cdn"))), List.of("snmp", "hook")),
                        new Route(Match.ALL, List.of("snmp"))),
                List.of(escalations),
                new Flapping(3, Duration.ofMinutes(30), Duration.ofMinutes(10)));
    }

    /** From now on these are what is known of channels. */
    DutyStory watching(Roster changed) {
        roster = changed;
        return this;
    }

    /** From now on each incident has this id. */
    DutyStory calling(String id) {
        called = Optional.of(id);
        return this;
    }

    void obey(Rules changed) {
        rules = changed;
    }

    void line(String line) {
        String[] words = line.split(" ", -1);
        Instant at = ZERO.plusSeconds(Long.parseLong(words[0]));
        String verb = words.length == 1 ? "" : words[1];
        apply(
                words[0],
                switch (verb) {
                    case "+" -> fold(at).raise(incident(words), fault(words, at));
                    case "~" -> fold(at).change(known(words), fault(words, at));
                    case "-" -> fold(at).end(known(words), fault(words, at), Message.Kind.CLEARED);
                    case "m" -> fold(at).end(known(words), fault(words, at), Message.Kind.MERGED);
                    case "ack" -> fold(at).acknowledge(id(words[2]), "night shift", "looking");
                    case "look" -> fold(at).judged(words[2], words.length > 3 ? words[3] : "packager");
                    case "silence" -> silence(words, at);
                    case "unsilence" -> fold(at).silences(all -> List.of());
                    case "restart" -> restart(at);
                    default -> fold(at).pass();
                });
    }

    private DutyFold fold(Instant at) {
        return new DutyFold(rules, roster, memory, at);
    }

    private DutyFold.Decision silence(String[] words, Instant at) {
        Silence silence = new Silence(
                "s1",
                new Match(Map.of(Aspect.CHANNEL, List.of(words[2]))),
                at,
                at.plusSeconds(Long.parseLong(words[3])),
                "encoder swap",
                "day shift");
        return fold(at).silences(all -> List.of(silence));
    }

    private DutyFold.Decision restart(Instant at) {
        memory = Keeping.restore(written).restarted(at);
        incidents.clear();
        return fold(at).pass();
    }

    private void apply(String time, DutyFold.Decision decision) {
        Keeping.changes(memory, decision.memory()).forEach((key, text) -> {
            if (text.isPresent()) {
                written.put(key, text.get());
            } else {
                written.remove(key);
            }
        });
        memory = decision.memory();
        for (Post post : decision.posts()) {
            List<String> to = post.to().stream().sorted().toList();
            told.add(time + " " + post.message().kind() + " " + text(post.message()) + " to " + String.join(",", to));
        }
        decision.said().forEach(message -> said.add(time + " " + message.kind() + " " + text(message)));
        messages.addAll(decision.said());
    }

    private static String text(Message message) {
        Fault fault = message.notice().fault();
        String flaps = message.notice().flaps() == 0
                ? ""
                : " flaps " + message.notice().flaps();
        return fault.channel().replace(", ", "+") + " " + Json.word(fault.severity()) + flaps;
    }

    private String incident(String[] words) {
        String id = called.orElseGet(() -> "i" + ++raises);
        incidents.put(key(words), id);
        return id;
    }

    private String known(String[] words) {
        return Optional.ofNullable(incidents.get(key(words))).orElse("none");
    }

    private String id(String channel) {
        return memory.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && ticket.fault().channels().contains(channel))
                .map(ticket -> ticket.notice().id())
                .findFirst()
                .orElse("none");
    }

    private static String key(String[] words) {
        return words[2] + words[3].split("[:@]", 2)[0];
    }

    private static Fault fault(String[] words, Instant at) {
        String[] where = words[3].split("@", 2);
        String[] what = where[0].split(":", 2);
        String layer = where.length == 2 ? where[1] : "packager";
        List<String> channels = List.of(words[2].split(",", -1));
        String key = channels.size() > 1
                ? DutyMemory.groupKey(what[0], layer)
                : channels.getFirst() + "/" + what[0] + "/hls";
        Severity severity = Severity.valueOf((what.length == 2 ? what[1] : "major").toUpperCase(Locale.ROOT));
        return new Fault(
                key,
                new Fault.What(
                        what[0],
                        severity,
                        layer.equals("packager") ? "packager" : "cdn",
                        "look",
                        "docs/runbooks/" + what[0] + ".md"),
                new Fault.Place(channels, "", "hls", "top", layer, List.of("HD"), List.of()),
                new Fault.Words("as the story says", words[2] + " · as the story says", "", ""),
                Map.of("age", 14, "last_segment", "13970664"),
                List.of(),
                List.of(),
                at,
                at);
    }

    /** `seconds KIND channel severity to receivers`. */
    List<String> told() {
        return told;
    }

    /** What became true, whoever is told. */
    List<String> said() {
        return said;
    }

    /** Likewise, with the state that it is in. */
    List<String> states() {
        return messages.stream()
                .map(message -> Duration.between(ZERO, message.at()).toSeconds() + " " + message.kind() + " "
                        + Json.word(message.notice().state()))
                .toList();
    }

    List<Message> messages() {
        return messages;
    }

    DutyMemory memory() {
        return memory;
    }
}
