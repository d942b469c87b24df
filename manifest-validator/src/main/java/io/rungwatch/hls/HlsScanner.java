package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a playlist line by line and loses nothing: number, raw text, tag name, value and attributes of each line, in one pass, eight
 * bytes at a time. Ends at the last line; throws nothing; what is odd becomes a {@link Problem}.
 */
public final class HlsScanner {
    /** What a line is; SKIPPED is one that is too long to be read. */
    public enum Kind {
        BLANK,
        COMMENT,
        TAG,
        URI,
        SKIPPED
    }

    static final int MAX_LINE = 64 << 10;
    static final int MAX_LINES = 500_000;

    private static final long EXTINF = Words.at("#EXTINF:".getBytes(ISO_8859_1), 0);

    private final byte[] bytes;
    private final int end;
    private final Problems problems;

    private int next;
    private int line;
    private int lineStart;
    private int lineStop;
    private int start;
    private int stop;
    private int valueStart;
    private Kind kind = Kind.BLANK;
    private @Nullable Tag tag;
    private boolean ascii;
    private boolean braces;
    private boolean lf;
    private boolean crlf;

    public HlsScanner(byte[] bytes) {
        this(bytes, new Problems());
    }

    HlsScanner(byte[] bytes, Problems problems) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.problems = problems;
        if (startsWithBom()) {
            next = 3;
            problems.add(ProblemKind.BOM, 1, 1, "U+FEFF");
        }
    }

    private boolean startsWithBom() {
        return end >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    /** Goes to the next line; false after the last. */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        if (line == MAX_LINES) {
            problems.add(ProblemKind.TOO_MANY_LINES, line, 1, MAX_LINES + " lines");
            next = end;
            return false;
        }
        line++;
        lineStart = next;
        tag = null;
        findLineEnd();
        if (lineStop - lineStart > MAX_LINE) {
            kind = Kind.SKIPPED;
            start = stop = valueStart = lineStart;
            problem(ProblemKind.LINE_TOO_LONG, lineStart, lineStart + 40);
            return true;
        }
        if (!ascii) {
            new Utf8Check(bytes, this).check(lineStart, lineStop);
        }
        trim();
        classify();
        return true;
    }

    /** Sets `lineStop` and `next`, and learns in passing whether the line is ASCII and may hold a variable. */
    private void findLineEnd() {
        ascii = false;
        byte[] b = bytes;
        int i = next;
        long high = 0;
        long brace = 0;
        while (true) {
            long control = 0;
            while (i + 8 <= end) {
                long word = Words.at(b, i);
                high |= word;
                brace |= Words.equal(word, Words.BRACES);
                control = Words.below(word, Words.BLANKS);
                if (control != 0) {
                    i += Words.first(control);
                    break;
                }
                i += 8;
            }
            if (control == 0) {
                for (; i < end && (b[i] >= ' ' || b[i] < 0); i++) {
                    high |= (long) b[i] & 0x80;
                    brace |= b[i] == '{' ? Words.HIGHS : 0;
                }
            }
            if (i == end || b[i] == '\n' || b[i] == '\r') {
                break;
            }
            control(i++);
        }
        ascii = (high & Words.HIGHS) == 0;
        braces = (brace & Words.HIGHS) != 0;
        lineStop = i;
        next = i + 1;
        if (i < end) {
            lineEnd(i);
        }
    }

    private void lineEnd(int at) {
        if (bytes[at] == '\n') {
            lf = true;
        } else if (at + 1 < end && bytes[at + 1] == '\n') {
            crlf = true;
            next = at + 2;
        } else {
            once(ProblemKind.LONE_CR, at, at + 1);
        }
        if (lf && crlf) {
            once(ProblemKind.MIXED_LINE_ENDS, at, at + 1);
        }
    }

    private void control(int at) {
        if (bytes[at] == 0) {
            problem(ProblemKind.NUL, at, at + 1);
        } else if (bytes[at] != '\t') {
            problem(ProblemKind.CONTROL_CHARACTER, at, at + 1);
        }
    }

    private void trim() {
        int from = lineStart;
        int to = lineStop;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        start = from;
        stop = to;
        if (from < to && (from > lineStart || (to < lineStop && tagAt(from) != Tag.EXTM3U))) {
            problem(ProblemKind.WHITESPACE, lineStart, lineStop);
        }
    }

    private @Nullable Tag tagAt(int from) {
        return bytes[from] == '#' ? TagTable.find(bytes, from + 1, nameEnd(from + 1)) : null;
    }

    private void classify() {
        valueStart = stop;
        // Every third line of a playlist is this one.
        if (stop - start >= 8 && Words.at(bytes, start) == EXTINF) {
            kind = Kind.TAG;
            tag = Tag.EXTINF;
            valueStart = start + 8;
        } else if (start == stop) {
            kind = Kind.BLANK;
        } else if (bytes[start] != '#') {
            kind = Kind.URI;
        } else if (isExt('E', 'X', 'T')) {
            kind = Kind.TAG;
            int nameEnd = nameEnd(start + 1);
            valueStart = Math.min(stop, nameEnd + 1);
            tag = TagTable.find(bytes, start + 1, nameEnd);
        } else {
            kind = Kind.COMMENT;
            if (isExt('e', 'x', 't')) {
                lowerCaseTag();
            }
        }
    }

    private boolean isExt(char e, char x, char t) {
        return stop - start >= 4 && bytes[start + 1] == e && bytes[start + 2] == x && bytes[start + 3] == t;
    }

    /** A comment to a player; we read what was meant, so that one slip does not look like a hundred faults. */
    private void lowerCaseTag() {
        int nameEnd = nameEnd(start + 1);
        Tag meant = TagTable.findIgnoringCase(bytes, start + 1, nameEnd);
        if (meant != null) {
            problem(ProblemKind.TAG_CASE, start, nameEnd);
            kind = Kind.TAG;
            tag = meant;
            valueStart = Math.min(stop, nameEnd + 1);
        }
    }

    /** The first colon or blank. */
    private int nameEnd(int from) {
        int i = from;
        for (; i + 8 <= stop; i += 8) {
            long word = Words.at(bytes, i);
            long found = Words.equal(word, Words.COLONS) | Words.equal(word, Words.BLANKS);
            if (found != 0) {
                return i + Words.first(found);
            }
        }
        while (i < stop && bytes[i] != ':' && bytes[i] != ' ') {
            i++;
        }
        return i;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** Number of the current line, from 1. */
    public int line() {
        return line;
    }

    public Kind kind() {
        return kind;
    }

    /** The current tag, null when the line is none or nobody knows it. */
    public @Nullable Tag tag() {
        return tag;
    }

    /** The line as it stands, without its end. */
    public String raw() {
        return string(lineStart, lineStop);
    }

    /** The line without blanks around it. */
    public String text() {
        return string(start, stop);
    }

    /** Name of the tag without the #; empty when the line is no tag. */
    public String tagName() {
        return kind == Kind.TAG ? string(start + 1, nameEnd(start + 1)) : "";
    }

    /** What stands behind the tag's colon. */
    public String value() {
        return string(valueStart, stop);
    }

    /** The value read as an attribute list. */
    public Attributes attributes() {
        return new AttributeReader(this, null, Integer.MAX_VALUE, true).read();
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int stop() {
        return stop;
    }

    int valueStart() {
        return valueStart;
    }

    /** False means that there is none; true that there may be one. */
    boolean mayHoldVariable() {
        return braces;
    }

    String string(int from, int to) {
        return new String(bytes, from, to - from, ascii ? ISO_8859_1 : UTF_8);
    }

    void problem(ProblemKind kind) {
        problem(kind, start, stop);
    }

    void problem(ProblemKind kind, int from, int to) {
        if (problems.room(kind, line)) {
            problems.keep(kind, line, column(from), Excerpt.of(bytes, from, Math.min(to, end)));
        }
    }

    void once(ProblemKind kind, int from, int to) {
        if (!problems.seen(kind)) {
            problem(kind, from, to);
        }
    }

    int column(int at) {
        return 1 + characters(lineStart, at);
    }

    int characters(int from, int to) {
        return ascii ? to - from : new String(bytes, from, to - from, UTF_8).length();
    }
}
