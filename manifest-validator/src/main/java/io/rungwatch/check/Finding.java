package io.rungwatch.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing wrong. Says what, never where: the runner knows that. The facts are typed, so that nobody downstream has to parse the
 * message; their order is the order of telling.
 */
public record Finding(CheckInfo check, Severity severity, String message, Map<String, Object> facts) {

    private static final int LONGEST = 500;

    /** Manifests are foreign text: what of it gets into a message or a fact is printable, short and no secret. */
    public Finding {
        message = printable(message);
    }

    /** The usual answer of a check. */
    public static final List<Finding> NONE = List.of();

    public static Finding of(CheckInfo check, String message) {
        return new Finding(check, check.severity(), message, Map.of());
    }

    public Finding severity(Severity other) {
        return new Finding(check, other, message, facts);
    }

    public Finding with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value instanceof String text ? printable(text) : value);
        return new Finding(check, severity, message, more);
    }

    /** Of one rendition where the document speaks of many. */
    public Finding of(String rendition) {
        return new Finding(check, severity, rendition + ": " + message, facts).with("rendition", rendition);
    }

    public List<Finding> alone() {
        return List.of(this);
    }

    private static String printable(String foreign) {
        String text = Queries.hidden(foreign);
        boolean plain = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
        if (plain) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return text.length() > LONGEST ? printable.append('…').toString() : printable.toString();
    }
}
