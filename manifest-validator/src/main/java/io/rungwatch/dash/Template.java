package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A URL with {@code $Number%05d$} in it.
 *
 * @param trouble why players cannot fill it in; the rest of it is read all the same
 */
public record Template(String text, List<Part> parts, Optional<String> trouble) {
    private static final int WIDEST = 20;

    public enum Identifier {
        REPRESENTATION_ID("RepresentationID"),
        NUMBER("Number"),
        TIME("Time"),
        BANDWIDTH("Bandwidth"),
        SUB_NUMBER("SubNumber");

        private final String word;

        Identifier(String word) {
            this.word = word;
        }

        static Optional<Identifier> of(String word) {
            for (Identifier identifier : values()) {
                if (identifier.word.equals(word)) {
                    return Optional.of(identifier);
                }
            }
            return Optional.empty();
        }
    }

    /** Literal text, or an identifier padded with zeros to a width. */
    public record Part(String literal, Optional<Identifier> identifier, int width) {}

    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        String trouble = "";
        int from = 0;
        while (from < text.length()) {
            int dollar = text.indexOf('$', from);
            if (dollar < 0) {
                break;
            }
            parts.add(literal(text.substring(from, dollar)));
            int end = text.indexOf('$', dollar + 1);
            if (end < 0) {
                trouble = "a $ without its partner";
                from = dollar;
                break;
            }
            String inside = text.substring(dollar + 1, end);
            Part part = inside.isEmpty() ? literal("$") : identifier(inside);
            if (part.identifier().isEmpty() && !inside.isEmpty()) {
                trouble = "$" + Problems.shown(inside) + "$ means nothing";
            }
            parts.add(part);
            from = end + 1;
        }
        parts.add(literal(text.substring(from)));
        return new Template(text, List.copyOf(parts), trouble.isEmpty() ? Optional.empty() : Optional.of(trouble));
    }

    public boolean has(Identifier wanted) {
        for (Part part : parts) {
            if (part.identifier().isPresent() && part.identifier().get() == wanted) {
                return true;
            }
        }
        return false;
    }

    public String fill(String representation, long bandwidth, long number, long time) {
        StringBuilder url = new StringBuilder();
        for (Part part : parts) {
            String value = part.identifier().isEmpty()
                    ? part.literal()
                    : switch (part.identifier().get()) {
                        case REPRESENTATION_ID -> representation;
                        case NUMBER -> Long.toUnsignedString(number);
                        case TIME -> Long.toUnsignedString(time);
                        case BANDWIDTH -> Long.toString(bandwidth);
                        case SUB_NUMBER -> "1";
                    };
            url.append("0".repeat(Math.max(0, part.width() - value.length()))).append(value);
        }
        return url.toString();
    }

    private static Part literal(String text) {
        return new Part(text, Optional.empty(), 0);
    }

    /** A literal again when it is none. */
    private static Part identifier(String inside) {
        int percent = inside.indexOf('%');
        String word = percent < 0 ? inside : inside.substring(0, percent);
        int width = percent < 0 ? 0 : width(inside.substring(percent));
        Optional<Identifier> identifier = Identifier.of(word);
        boolean padded = identifier.isPresent() && identifier.get() == Identifier.REPRESENTATION_ID && percent >= 0;
        return identifier.isEmpty() || width < 0 || padded
                ? literal("$" + inside + "$")
                : new Part("", identifier, width);
    }

    /** Of %05d: five; below zero for what players do not understand. */
    private static int width(String tag) {
        if (!tag.matches("%0[0-9]{1,3}d")) {
            return -1;
        }
        int width = Integer.parseInt(tag.substring(2, tag.length() - 1));
        return width < 1 || width > WIDEST ? -1 : width;
    }
}
