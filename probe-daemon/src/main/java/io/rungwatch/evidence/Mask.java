package io.rungwatch.evidence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials out of a recording. The same one becomes the same `REDACTED-1` wherever it stands, in addresses, headers and
 * bodies alike: so the playlists still name the addresses that were asked, and replay finds what the probe found.
 *
 * <p>A text is first learnt and later masked, so that a credential which is known by its name in one place is found in all others too.
 */
public final class Mask {
    private static final Pattern QUERY = Pattern.compile("\\?([^\\s\"'<>#]+)");
    /** In a query. `&amp;` of XML ends in what separates parameters too. */
    private static final Pattern PARAMETER = Pattern.compile("([^=&;?/]{1,100}?)=([^&;]+)");
    /** In a path, as some CDNs have it: /hdnts=exp=…~hmac=…/, ;jsessionid=… */
    private static final Pattern IN_PATH = Pattern.compile("(?<=[/;])([A-Za-z0-9_.~!*-]{1,100})=([^/?;\\s\"'<>#,]+)");

    private static final Pattern USER = Pattern.compile("(?<=//)()([^/\\s\"'<>@?#]+)(?=@)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?<=#EXT-X-DEFINE:)NAME=\"([^\"\\n]*)\",VALUE=\"([^\"\\n]+)(?=\")");
    /** It stands for a value, and is none. */
    private static final String VARIABLE_NAME = "{$";
    /** A pair within a value. */
    private static final Pattern INNER = Pattern.compile("([A-Za-z0-9_-]+)=");

    /** What is shorter, or a mere word, may stand in a text for something else. */
    private static final int TELLING = 8;
    /** Playlists may sign each segment: what is masked in its place anyway need not be looked for everywhere. */
    private static final int MOST_ANYWHERE = 200;

    private final Map<String, String> masks = new HashMap<>();
    /** As they were written, longest first: one may hold another. */
    private final Map<String, String> anywhere =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Of a text that stands alone. */
    public static String of(String text) {
        return new Mask().text(text);
    }

    /** Of a header's value, which may be known for a secret by the header's name. */
    public static String of(String header, String value) {
        return new Mask().header(header, value);
    }

    /** Of the facts of a finding. */
    public static Map<String, Object> of(Map<String, Object> facts) {
        Map<String, Object> masked = new LinkedHashMap<>();
        facts.forEach((name, value) -> masked.put(name, value instanceof String text ? of(text) : value));
        return masked;
    }

    /** Of all texts of an object: what is known for a credential in one of them is one in all. */
    public static Map<String, @Nullable Object> ofAll(Map<String, @Nullable Object> object) {
        Mask mask = new Mask();
        Map<String, @Nullable Object> learnt = mask.members(object);
        return mask.members(learnt);
    }

    private Map<String, @Nullable Object> members(Map<?, ?> object) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        object.forEach((name, value) -> masked.put(String.valueOf(name), within(value)));
        return masked;
    }

    private @Nullable Object within(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> object) {
            return members(object);
        }
        return value instanceof Collection<?> list
                ? list.stream().map(this::within).toList()
                : value;
    }

    void learn(String text) {
        byPlace(text);
    }

    void learnHeader(String name, String value) {
        header(name, value);
    }

    String text(String text) {
        String masked = byPlace(text);
        for (Map.Entry<String, String> secret : anywhere.entrySet()) {
            masked = masked.replace(secret.getKey(), secret.getValue());
        }
        return masked;
    }

    String header(String name, String value) {
        return SecretWords.isNamed(name) && !value.isEmpty() ? masked(value) : text(value);
    }

    private String byPlace(String text) {
        String masked = QUERY.matcher(text)
                .replaceAll(query -> Matcher.quoteReplacement("?" + pairs(PARAMETER, query.group(1), this::isSecret)));
        masked = pairs(IN_PATH, masked, this::isSecret);
        masked = pairs(USER, masked, pair -> true);
        masked = pairs(VARIABLE, masked, pair -> isSecret(pair) && isTelling(pair.group(2)));
        return SecretWords.JWT.matcher(masked).replaceAll(jwt -> masked(jwt.group()));
    }

    /** The second group of each that is a secret. */
    private String pairs(Pattern pattern, String text, Function<MatchResult, Boolean> secret) {
        return pattern.matcher(text)
                .replaceAll(pair -> Matcher.quoteReplacement(
                        secret.apply(pair)
                                ? text.substring(pair.start(), pair.start(2)) + masked(pair.group(2))
                                : pair.group()));
    }

    private boolean isSecret(MatchResult pair) {
        String value = pair.group(2);
        if (value.startsWith(VARIABLE_NAME)) {
            return false;
        }
        return SecretWords.isNamed(pair.group(1))
                || SecretWords.looksLikeOne(value)
                || INNER.matcher(value).results().anyMatch(inner -> SecretWords.isNamed(inner.group(1)));
    }

    /** What is masked already stays as it is. */
    private String masked(String value) {
        if (value.startsWith("REDACTED-")) {
            return value;
        }
        String mask = masks.computeIfAbsent(decoded(value), unseen -> "REDACTED-" + (masks.size() + 1));
        if (isTelling(value)) {
            anywhere.put(value, mask);
            anywhere.put(decoded(value), mask);
        }
        return mask;
    }

    /** Paths and cookies with their attributes are found in other places for other reasons. */
    private boolean isTelling(String value) {
        boolean word = value.length() < 2 * TELLING && value.chars().noneMatch(Character::isDigit);
        return value.length() >= TELLING
                && !word
                && value.indexOf('/') < 0
                && value.indexOf(' ') < 0
                && anywhere.size() < MOST_ANYWHERE;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
