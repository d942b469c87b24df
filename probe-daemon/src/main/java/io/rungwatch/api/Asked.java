package io.rungwatch.api;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Severity;
import io.rungwatch.config.Nearest;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.json.Json;
import io.rungwatch.profile.Tier;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The body of a request, read as strictly as the configuration: what is not understood is not passed over. */
final class Asked {
    private static final int MOST = 200;
    /** Where there are only these. */
    private static final Map<Aspect, List<String>> KNOWN = Map.of(
            Aspect.CHECK,
            Stream.concat(
                            AllChecks.LIST.stream().map(check -> check.info().id()),
                            Stream.of(OwnTrouble.values()).map(OwnTrouble::id))
                    .toList(),
            Aspect.SEVERITY,
            Stream.of(Severity.values()).map(Severity::word).toList(),
            Aspect.TIER,
            Stream.of(Tier.values()).map(Tier::word).toList());

    private static final Duration LONGEST = Duration.ofDays(30);

    /** Says what is wrong and how it is written. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private final JsonNode body;
    private final Set<String> known = new LinkedHashSet<>();

    private Asked(JsonNode body) {
        this.body = body;
    }

    static Asked of(RoutingContext call) throws Wrong {
        byte[] bytes = call.body().buffer() == null
                ? new byte[0]
                : call.body().buffer().getBytes();
        try {
            JsonNode body = Json.read(bytes);
            if (body != null && body.isObject()) {
                return new Asked(body);
            }
        } catch (JacksonException e) {
            throw new Wrong("the body is no JSON: " + e.getOriginalMessage());
        }
        throw new Wrong("the body must be a JSON object");
    }

    String text(String name) throws Wrong {
        return text(name, MOST);
    }

    String text(String name, int most) throws Wrong {
        String text = textOr(name, "", most);
        if (text.isBlank()) {
            throw new Wrong("'" + name + "' is missing; write a text");
        }
        return text;
    }

    String textOr(String name, String otherwise) throws Wrong {
        return textOr(name, otherwise, MOST);
    }

    private String textOr(String name, String otherwise, int most) throws Wrong {
        known.add(name);
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        String text = value.isString() ? value.stringValue() : "";
        if (!value.isString() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new Wrong("'" + name + "' must be one line of text, at most " + most + " letters");
        }
        return text;
    }

    int numberOr(String name, int otherwise, int most) throws Wrong {
        known.add(name);
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw new Wrong("'" + name + "' must be a whole number from 0 to " + most);
        }
        return value.intValue();
    }

    /** `until` as a point in time, or `for` as a number of seconds. */
    Instant until(Instant now) throws Wrong {
        known.add("seconds");
        String said = textOr("until", "");
        JsonNode seconds = body.get("seconds");
        if (said.isEmpty() == (seconds == null)) {
            throw new Wrong("write when it ends: \"until\": \"2026-12-01T03:00:00Z\" or \"seconds\": 3600");
        }
        Instant until = seconds == null ? instant(said) : now.plusSeconds(count(seconds));
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new Wrong("it must end after now and within " + LONGEST.toDays() + " days, not at " + until);
        }
        return until;
    }

    private static long count(JsonNode seconds) throws Wrong {
        if (!seconds.isIntegralNumber() || !seconds.canConvertToInt() || seconds.intValue() <= 0) {
            throw new Wrong("'seconds' must be a whole number above 0");
        }
        return seconds.intValue();
    }

    private static Instant instant(String text) throws Wrong {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Wrong("'" + text + "' is no point in time; write 2026-12-01T03:00:00Z or with another offset");
        }
    }

    /** Nobody silences everything by leaving something out. */
    Match match(String name) throws Wrong {
        known.add(name);
        JsonNode said = body.get(name);
        if (said == null || !said.isObject() || said.isEmpty()) {
            throw new Wrong("'" + name
                    + "' is missing; write what it covers: {\"channel\": \"CH_001\"}, or {\"channel\": \"*\"} for all");
        }
        Map<Aspect, List<String>> words = new EnumMap<>(Aspect.class);
        for (Map.Entry<String, JsonNode> entry : said.properties()) {
            List<String> names =
                    List.of(Aspect.values()).stream().map(Aspect::word).toList();
            Aspect aspect = Aspect.of(entry.getKey())
                    .orElseThrow(() -> new Wrong("unknown key '" + entry.getKey() + "' in " + name + "; "
                            + Nearest.hint(entry.getKey(), names)));
            List<String> wanted = words(entry.getValue(), entry.getKey());
            for (String word : wanted) {
                mustFit(word, aspect);
            }
            words.put(aspect, wanted);
        }
        return new Match(words);
    }

    /** A word that no alert can ever have silences nothing, and nobody would notice. */
    private static void mustFit(String word, Aspect aspect) throws Wrong {
        List<String> all = KNOWN.getOrDefault(aspect, List.of());
        if (!all.isEmpty() && all.stream().noneMatch(one -> Match.fits(word, one))) {
            throw new Wrong("unknown " + aspect.word() + " '" + word + "'; " + Nearest.hint(word, all));
        }
    }

    private static List<String> words(JsonNode value, String key) throws Wrong {
        List<String> words = new ArrayList<>();
        for (JsonNode word : value.isArray() ? value : List.of(value)) {
            if (!word.isString()
                    || word.stringValue().isEmpty()
                    || word.stringValue().length() > 64) {
                throw new Wrong("'" + key + "' must be a word of at most 64 letters, or a list of them");
            }
            words.add(word.stringValue());
        }
        if (words.isEmpty() || words.size() > MOST) {
            throw new Wrong("'" + key + "' must name between 1 and " + MOST + " words");
        }
        return words;
    }

    void nothingElse() throws Wrong {
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                throw new Wrong("unknown key '" + name + "'; " + Nearest.hint(name, known));
            }
        }
    }
}
