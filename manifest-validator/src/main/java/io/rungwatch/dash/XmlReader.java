package io.rungwatch.dash;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to elements, in one pass. There is no way out of the text: a document type ends the reading, the five entities of XML are all
 * there are, and nothing here can open a file or a socket.
 */
final class XmlReader {
    static final int DEEPEST = 64;
    static final int MOST_ELEMENTS = 50_000;

    private static final int LONGEST_TEXT = 64 << 10;
    private static final String[] NOTHING = {};
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version\\s*=\\s*(\"1[.][0-9]\"|'1[.][0-9]')"
            + "(\\s+encoding\\s*=\\s*(\"[\\w.-]{1,40}\"|'[\\w.-]{1,40}'))?"
            + "(\\s+standalone\\s*=\\s*(\"(yes|no)\"|'(yes|no)'))?\\s*");

    private final XmlCursor in;
    private final Lines lines;
    private final Problems problems;
    private final XmlNames names;
    private final boolean asRuns;
    private @Nullable Element root;
    private int elements;
    private int segments;

    /** Every S as an element, for those who do not want runs of segments. */
    static XmlReader plain(byte[] body, Problems problems) {
        return new XmlReader(body, new Lines(body), problems, false);
    }

    XmlReader(byte[] body, Lines lines, Problems problems) {
        this(body, lines, problems, true);
    }

    private XmlReader(byte[] body, Lines lines, Problems problems, boolean asRuns) {
        this.asRuns = asRuns;
        boolean bom = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        in = new XmlCursor(body, bom ? 3 : 0);
        this.lines = lines;
        this.problems = problems;
        names = new XmlNames(in, lines, problems);
    }

    /** The outermost element with all that could be read of it; null when there is none. */
    @Nullable
    Element read() {
        try {
            declaration();
            between(true);
            element(null, Scope.OUTERMOST, 1);
            between(false);
        } catch (Broken e) {
            problems.add(e.kind, new Place(lines, Math.min(in.at, Math.max(0, in.b.length - 1))), e.text());
        }
        return root;
    }

    private void declaration() throws Broken {
        if (!in.looksAt("<?xml") || in.b.length < in.at + 6 || !XmlCursor.isBlank(in.b[in.at + 5])) {
            return;
        }
        int from = in.at;
        Matcher declaration = DECLARATION.matcher(in.latin(from, in.skipPast("?>")));
        if (!declaration.matches()) {
            in.at = from;
            throw new Broken(ProblemKind.SYNTAX, "XML declaration");
        }
        String encoding = declaration.group(3);
        if (encoding != null && !encoding.matches("(?i).(utf-?8|us-ascii).")) {
            in.at = from;
            throw new Broken(ProblemKind.ENCODING, encoding);
        }
    }

    /** Before and behind the outermost element only comments and instructions may stand. */
    private void between(boolean before) throws Broken {
        while (true) {
            in.skipBlanks();
            if (in.atEnd() && !before) {
                return;
            }
            if (in.looksAt("<!--")) {
                in.skipComment();
            } else if (in.looksAt("<?")) {
                instruction();
            } else if (in.looksAt("<!")) {
                boolean doctype = in.looksAt("<!DOCTYPE");
                throw new Broken(doctype ? ProblemKind.DOCTYPE : ProblemKind.SYNTAX, doctype ? "<!DOCTYPE" : "<!");
            } else if (before && !in.atEnd() && in.b[in.at] == '<') {
                return;
            } else {
                throw new Broken(ProblemKind.SYNTAX, before ? "no element" : "text behind the last element");
            }
        }
    }

    private void instruction() throws Broken {
        in.at += 2;
        int from = in.at;
        int end = in.nameEnd();
        if (in.latin(from, end).equalsIgnoreCase("xml")) {
            throw new Broken(ProblemKind.SYNTAX, "XML declaration in the middle");
        }
        in.at = end;
        if (!in.looksAt("?>") && !in.skipBlanks()) {
            throw new Broken(ProblemKind.SYNTAX, "no blank behind the name of an instruction");
        }
        in.skipPast("?>");
    }

    private void element(@Nullable Element parent, Scope outer, int depth) throws Broken {
        int offset = in.at++;
        int nameFrom = in.at;
        int nameEnd = in.nameEnd();
        in.at = nameEnd;
        in.readAttributes();
        Scope scope = in.attributeCount == 0 ? outer : names.declared(outer);
        Element element = new Element(
                names.name(nameFrom, nameEnd, scope, true), new Place(lines, offset), names.attributes(scope));
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
        if (++elements > MOST_ELEMENTS) {
            throw new Broken(ProblemKind.TOO_MANY_ELEMENTS, "");
        }
        if (depth > DEEPEST) {
            throw new Broken(ProblemKind.TOO_DEEP, "");
        }
        if (asRuns && element.name.equals("SegmentTimeline")) {
            element.runs = new Runs(lines);
        }
        if (!in.emptyTag) {
            content(element, scope, depth);
            end(nameFrom, nameEnd);
        }
    }

    private void content(Element element, Scope scope, int depth) throws Broken {
        Runs runs = element.runs;
        while (true) {
            text(element);
            if (in.atEnd()) {
                throw new Broken(ProblemKind.TRUNCATED, "inside " + element.name);
            }
            byte second = in.at + 1 < in.b.length ? in.b[in.at + 1] : 0;
            if (second == '/') {
                element.seal();
                return;
            }
            if (second == '!') {
                commentOrText(element);
            } else if (second == '?') {
                instruction();
            } else if (runs != null && second == 'S' && in.at + 2 < in.b.length && XmlCursor.isBlank(in.b[in.at + 2])) {
                segment(runs, scope, depth + 1);
            } else {
                element(element, scope, depth + 1);
                if (runs != null) {
                    prefixed(runs, element);
                }
            }
        }
    }

    /** Up to the next tag; blanks alone are no text. */
    private void text(Element element) throws Broken {
        int from = in.at;
        in.skipBlanks();
        if (in.atEnd() || in.b[in.at] == '<') {
            return;
        }
        byte[] b = in.b;
        for (; in.at < b.length && b[in.at] != '<'; in.at++) {
            in.allowed(b[in.at]);
            if (b[in.at] == ']' && in.looksAt("]]>")) {
                throw new Broken(ProblemKind.SYNTAX, "]]> in text");
            }
        }
        append(element, XmlText.of(b, from, in.at, false), from);
    }

    private void commentOrText(Element element) throws Broken {
        if (in.looksAt("<!--")) {
            in.skipComment();
        } else if (in.looksAt("<![CDATA[")) {
            in.at += 9;
            int from = in.at;
            append(element, in.latin(from, in.skipPast("]]>")), from);
        } else {
            throw new Broken(ProblemKind.SYNTAX, "<! inside an element");
        }
    }

    private void append(Element element, String more, int offset) throws Broken {
        // A header of a protection system has a check of its own, which tells of it.
        if (!element.append(more, LONGEST_TEXT) && !element.name.equals(Protection.PSSH)) {
            throw new Broken(ProblemKind.TOO_LONG, "text of " + element.name);
        }
        names.utf8(more, offset);
    }

    private void end(int nameFrom, int nameEnd) throws Broken {
        in.at += 2;
        int from = in.at;
        int end = in.nameEnd();
        if (!Arrays.equals(in.b, nameFrom, nameEnd, in.b, from, end)) {
            throw new Broken(
                    ProblemKind.SYNTAX,
                    in.latin(nameFrom, nameEnd) + " is ended by " + Problems.shown(in.latin(from, end)));
        }
        in.at = end;
        in.skipBlanks();
        in.expect('>');
    }

    /** A document that gives DASH a prefix has m:S: read as any element, then taken for what it is. */
    private void prefixed(Runs runs, Element timeline) {
        Element last = timeline.children.getLast();
        if (last.name.equals("S")) {
            timeline.children.removeLast();
            Values values = new Values(problems);
            Long r = values.signed(last, "r");
            runs.add(
                    values.whole(last, "t", Runs.ABSENT),
                    values.whole(last, "d", 0),
                    r == null ? 0 : r,
                    values.whole(last, "k", 1),
                    last.at.offset());
        }
    }

    /** The one part of a manifest that grows: its numbers go from the bytes into the runs, and no element is made. */
    private void segment(Runs runs, Scope scope, int depth) throws Broken {
        int offset = in.at;
        in.at += 2;
        in.readAttributes();
        if (segments++ == Runs.MOST) {
            throw new Broken(ProblemKind.TOO_MANY_SEGMENTS, "");
        }
        long t = Runs.ABSENT;
        long d = 0;
        long r = 0;
        long k = 1;
        for (int i = 0; i < in.attributeCount * 4; i += 4) {
            int from = in.attributes[i];
            boolean letter = in.attributes[i + 1] - from == 1;
            switch (letter ? in.b[from] : '?') {
                case 't' -> t = number(i, Runs.ABSENT, false);
                case 'd' -> d = number(i, 0, true);
                case 'r' -> r = number(i, 0, true);
                case 'k' -> k = number(i, 1, false);
                case 'n' -> runs.number();
                default -> {
                    names.name(from, in.attributes[i + 1], scope, false);
                    XmlText.of(in.b, in.attributes[i + 2], in.attributes[i + 3], true);
                }
            }
        }
        runs.add(t, d, r, k, offset);
        if (!in.emptyTag) {
            Element inside = new Element("S", new Place(lines, offset), NOTHING);
            content(inside, scope, depth);
            end(offset + 1, offset + 2);
        }
    }

    private long number(int attribute, long otherwise, boolean signed) throws Broken {
        int from = in.attributes[attribute + 2];
        int to = in.attributes[attribute + 3];
        boolean negative = signed && from < to && in.b[from] == '-';
        long value = 0;
        int i = negative ? from + 1 : from;
        boolean good = i < to && to - i <= 19;
        while (good && i < to) {
            int digit = in.b[i++] - '0';
            value = value * 10 + digit;
            good = digit >= 0 && digit <= 9;
        }
        // Nineteen digits fit into 64 bits, if not into 63.
        good &= value >= 0;
        if (!good) {
            String text = XmlText.of(in.b, from, to, true);
            problems.add(
                    ProblemKind.TIMELINE_NUMBER,
                    new Place(lines, in.attributes[attribute]),
                    "S@" + (char) in.b[in.attributes[attribute]] + "=" + text);
            return otherwise;
        }
        return negative ? -value : value;
    }
}
