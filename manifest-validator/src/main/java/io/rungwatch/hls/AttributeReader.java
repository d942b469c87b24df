package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attribute list once, from left to right; after something unreadable it goes on behind the next comma. Tags that no specification
 * describes are read without complaint.
 */
final class AttributeReader {
    private static final int MAX_PER_LINE = 200;

    private final HlsScanner line;
    private final @Nullable Variables variables;
    private final byte[] b;
    private final int end;
    private final int room;
    private final boolean complains;
    private int at;
    private int counted;
    private int column;

    /** `room` is how many attributes the document may still have; without `variables` nothing is replaced. */
    AttributeReader(HlsScanner line, @Nullable Variables variables, int room, boolean complains) {
        this.line = line;
        this.variables = line.mayHoldVariable() ? variables : null;
        this.b = line.bytes();
        this.at = line.valueStart();
        this.end = line.stop();
        this.complains = complains;
        this.counted = at;
        this.column = line.column(at);
        this.room = Math.min(room, MAX_PER_LINE);
    }

    Attributes read() {
        if (at >= end) {
            return Attributes.NONE;
        }
        List<Attribute> list = new ArrayList<>(8);
        while (at < end) {
            if (list.size() == room) {
                problem(ProblemKind.TOO_MANY_ATTRIBUTES, at, end);
                break;
            }
            one(list);
        }
        return list.isEmpty() ? Attributes.NONE : new Attributes(List.copyOf(list));
    }

    private void one(List<Attribute> list) {
        skipBlanks();
        int nameStart = at;
        while (at < end && b[at] != '=' && b[at] != ',' && b[at] != '"') {
            at++;
        }
        int nameEnd = at;
        while (nameEnd > nameStart && b[nameEnd - 1] == ' ') {
            nameEnd--;
        }
        if (at == end || b[at] != '=' || nameEnd == nameStart) {
            unreadable(nameStart);
            return;
        }
        if (nameEnd < at) {
            problem(ProblemKind.WHITESPACE, nameStart, at);
        }
        at++;
        skipBlanks();
        String name = AttributeNames.of(line, nameStart, nameEnd);
        boolean quoted = at < end && b[at] == '"';
        String value = quoted ? quoted(nameStart) : bare();
        if (variables != null) {
            value = variables.expand(value, line);
        }
        if (AttributeNames.wrongQuotes(name, quoted)) {
            problem(ProblemKind.ATTRIBUTE_QUOTES, nameStart, at);
        }
        addOnce(list, new Attribute(name, value, quoted, column(nameStart)), nameStart);
        afterValue();
    }

    private void problem(ProblemKind kind, int from, int to) {
        if (complains) {
            line.problem(kind, from, to);
        }
    }

    /** Counted on from attribute to attribute: from the line's beginning each time would be quadratic. */
    private int column(int nameStart) {
        column += line.characters(counted, nameStart);
        counted = nameStart;
        return column;
    }

    private void skipBlanks() {
        if (at < end && b[at] == ' ') {
            problem(ProblemKind.WHITESPACE, at, Math.min(end, at + 20));
            while (at < end && b[at] == ' ') {
                at++;
            }
        }
    }

    private String quoted(int nameStart) {
        int from = ++at;
        while (at < end && b[at] != '"') {
            at++;
        }
        if (at == end) {
            problem(ProblemKind.ATTRIBUTE_SYNTAX, nameStart, end);
            return line.string(from, end);
        }
        return line.string(from, at++);
    }

    private String bare() {
        int from = at;
        while (at < end && b[at] != ',') {
            at++;
        }
        int to = at;
        while (to > from && b[to - 1] == ' ') {
            to--;
        }
        if (to < at) {
            problem(ProblemKind.WHITESPACE, from, at);
        }
        return from == to ? "" : AttributeNames.value(line, from, to);
    }

    private void addOnce(List<Attribute> list, Attribute attribute, int nameStart) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name().equals(attribute.name())) {
                problem(ProblemKind.ATTRIBUTE_DUPLICATE, nameStart, at);
                break;
            }
        }
        list.add(attribute);
    }

    private void afterValue() {
        if (at < end && b[at] == ' ') {
            skipBlanks();
        }
        if (at == end) {
            return;
        }
        if (b[at] != ',') {
            unreadable(at);
        } else if (++at == end) {
            problem(ProblemKind.TRAILING_COMMA, at - 1, at);
        }
    }

    private void unreadable(int from) {
        while (at < end && b[at] != ',') {
            at++;
        }
        problem(ProblemKind.ATTRIBUTE_SYNTAX, from, Math.max(at, Math.min(end, from + 1)));
        if (at < end) {
            at++;
        }
    }
}
