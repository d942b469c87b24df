package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of XPath that patches use: {@code /MPD/Period[@id='1']/AdaptationSet[2]/@lang}. Anything richer is refused: a foreign text must
 * not have a language to keep us busy with.
 *
 * @param attribute that the path ends in; null for an element
 */
record Selector(List<Step> steps, @Nullable String attribute) {
    private static final int LONGEST = 4 << 10;
    private static final int MOST_STEPS = 32;

    /** @param place counted from 1, 0 for any */
    private record Step(
            String name,
            int place,
            @Nullable String key,
            @Nullable String value) {
        boolean is(Markup element) {
            return element.name.equals(name)
                    && (key == null || value == null || value.equals(element.attributes.get(key)));
        }
    }

    /** Null for what is no such path. */
    static @Nullable Selector parse(String text) {
        if (text.length() > LONGEST || !text.startsWith("/")) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        int at = 1;
        while (at <= text.length()) {
            int end = end(text, at);
            String part = text.substring(at, end);
            if (part.startsWith("@")) {
                return end == text.length() && !steps.isEmpty() ? new Selector(steps, part.substring(1)) : null;
            }
            Step step = step(part);
            if (step == null || steps.size() == MOST_STEPS) {
                return null;
            }
            steps.add(step);
            at = end + 1;
        }
        return new Selector(steps, null);
    }

    /** Of this step: the next slash that is not in quotes. */
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '/') {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable Step step(String part) {
        int bracket = part.indexOf('[');
        String name = local(bracket < 0 ? part : part.substring(0, bracket));
        if (bracket < 0) {
            return name.isEmpty() ? null : new Step(name, 0, null, null);
        }
        if (name.isEmpty() || !part.endsWith("]")) {
            return null;
        }
        String condition = part.substring(bracket + 1, part.length() - 1).strip();
        int equals = condition.indexOf('=');
        if (condition.startsWith("@") && equals > 0) {
            String value = condition.substring(equals + 1).strip();
            boolean quoted = value.length() >= 2
                    && (value.charAt(0) == '\'' || value.charAt(0) == '"')
                    && value.charAt(value.length() - 1) == value.charAt(0);
            return quoted
                    ? new Step(name, 0, condition.substring(1, equals).strip(), value.substring(1, value.length() - 1))
                    : null;
        }
        boolean number = condition.matches("[1-9][0-9]{0,5}");
        return number ? new Step(name, Integer.parseInt(condition), null, null) : null;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).strip();
    }

    /** All elements that it names, which should be one. */
    List<Markup> in(Markup root) {
        List<Markup> found = List.of();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            List<Markup> next = new ArrayList<>();
            if (i == 0) {
                select(step, List.of(root), next);
            } else {
                for (Markup parent : found) {
                    select(step, parent.children, next);
                }
            }
            found = next;
        }
        return found;
    }

    private static void select(Step step, List<Markup> children, List<Markup> into) {
        int place = 0;
        for (Markup child : children) {
            if (step.is(child) && (step.place() == 0 || ++place == step.place())) {
                into.add(child);
            }
        }
    }
}
