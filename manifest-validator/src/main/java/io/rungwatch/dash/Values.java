package io.rungwatch.dash;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes by type. What cannot be read is a problem, and the same as absent. */
final class Values {
    /** In place of INF. */
    static final long ENDLESS = Scale.FAR;

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    /** Children of a name, as many as anybody needs: a hostile manifest must not become a storm of fetches. */
    List<Element> capped(Element parent, String name, int most) {
        List<Element> children = parent.children(name);
        if (children.size() <= most) {
            return children;
        }
        problems.add(ProblemKind.TOO_MANY_REPRESENTATIONS, children.get(most).at, name);
        return children.subList(0, most);
    }

    /** A whole number below 2^63. */
    @Nullable
    Long whole(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        Long value = number(text);
        return value == null ? bad(ProblemKind.NUMBER, element, name, text) : value;
    }

    private static @Nullable Long number(String text) {
        String number = text.strip();
        boolean good = !number.isEmpty() && number.length() <= 19;
        for (int i = 0; good && i < number.length(); i++) {
            good = number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        if (!good) {
            return null;
        }
        long value = Long.parseUnsignedLong(number);
        return value < 0 ? null : Long.valueOf(value);
    }

    /** Ticks per second. Of none at all nobody knows what a tick is: to guess would make all times wrong. */
    @Nullable
    Long timescale(Element element) {
        String text = element.attribute("timescale");
        if (text == null) {
            return null;
        }
        Long value = number(text);
        return value != null && value > 0 ? value : bad(ProblemKind.TIMESCALE, element, "timescale", text);
    }

    long whole(Element element, String name, long otherwise) {
        Long value = whole(element, name);
        return value == null ? otherwise : value;
    }

    @Nullable
    Long signed(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        return text.strip().matches("-?[0-9]{1,18}")
                ? Long.valueOf(text.strip())
                : bad(ProblemKind.NUMBER, element, name, text);
    }

    /** Decimal seconds in nanoseconds, or {@link #ENDLESS}. */
    @Nullable
    Long seconds(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        String number = text.strip();
        if (number.equals("INF")) {
            return ENDLESS;
        }
        boolean negative = number.startsWith("-");
        String digits = negative ? number.substring(1) : number;
        Span span =
                digits.length() > 30 || !digits.matches("[0-9]+([.][0-9]+)?") ? null : Span.parse("PT" + digits + "S");
        if (span == null) {
            return bad(ProblemKind.NUMBER, element, name, text);
        }
        return negative ? Long.valueOf(-span.nanos()) : Long.valueOf(span.nanos());
    }

    @Nullable
    Double real(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        return text.strip().matches("-?[0-9]{1,9}([.][0-9]{1,18})?")
                ? Double.valueOf(text.strip())
                : bad(ProblemKind.NUMBER, element, name, text);
    }

    @Nullable
    Boolean truth(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        return switch (text.strip()) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> bad(ProblemKind.UNKNOWN_VALUE, element, name, text);
        };
    }

    @Nullable
    Span span(Element element, String name) {
        String text = element.attribute(name);
        Span span = text == null ? null : Span.parse(text);
        return text != null && span == null ? bad(ProblemKind.DURATION, element, name, text) : span;
    }

    @Nullable
    Instant moment(Element element, String name) {
        String text = element.attribute(name);
        Instant moment = text == null ? null : Moments.parse(text);
        if (text == null || moment == null) {
            return text == null ? null : bad(ProblemKind.DATE, element, name, text);
        }
        if (Moments.zoneMissing(text)) {
            problems.add(ProblemKind.DATE_ZONE_MISSING, element.at, name + "=" + text);
        }
        return moment;
    }

    @Nullable
    Template template(Element element, String name) {
        String text = element.attribute(name);
        if (text == null) {
            return null;
        }
        Template template = Template.parse(text);
        template.trouble().ifPresent(trouble -> problems.add(ProblemKind.TEMPLATE, element.at, name + ": " + trouble));
        return template;
    }

    /** {@code 0-699}. */
    @Nullable
    ByteSpan range(Element element, String name) {
        String text = element.attribute(name);
        ByteSpan range = text == null ? null : ByteSpan.parse(text);
        return text != null && range == null ? bad(ProblemKind.RANGE, element, name, text) : range;
    }

    /** Always null, so that a reader is one expression. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T bad(ProblemKind kind, Element element, String name, String text) {
        problems.add(kind, element.at, element.name + "@" + name + "=" + text);
        return null;
    }
}
