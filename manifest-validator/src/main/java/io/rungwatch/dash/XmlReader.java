package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private @Nullable Element root;
    private int elements;
    private int segments;

    XmlReader(byte[] body, Lines lines, Problems problems) {
        boolean bom = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        in = new XmlCursor(body, bom ? 3 : 0);
        this.lines = lines;
        this.problems = problems;
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
                throw new Broken(doctype ? ProblemKind.DOCTYPE : ProblemKind.SYNTAX, "<!");
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
        Scope scope = in.attributeCount == 0 ? outer : declared(outer);
        Element element =
                new Element(name(nameFrom, nameEnd, scope, true), new Place(lines, offset), attributes(scope));
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
        if (!in.emptyTag) {
            if (element.name.equals("SegmentTimeline")) {
                element.runs = new Runs(lines);
            }
            content(element, scope, depth);
            end(nameFrom, nameEnd);
        } else if (element.name.equals("SegmentTimeline")) {
            element.runs = new Runs(lines);
        }
    }

    private void content(Element element, Scope scope, int depth) throws Broken {
        Runs runs = element.runs;
        while (true) {
            boolean text = text(element);
            if (in.atEnd()) {
                throw new Broken(ProblemKind.TRUNCATED, "inside " + element.name);
            }
            byte second = in.at + 1 < in.b.length ? in.b[in.at + 1] : 0;
            if (second == '/') {
                return;
            }
            if (second == '!') {
                commentOrText(element);
            } else if (second == '?') {
                instruction();
            } else if (runs != null && second == 'S' && in.at + 2 < in.b.length && XmlCursor.isBlank(in.b[in.at + 2])) {
                segment(runs, scope, text ? depth : depth + 1);
            } else {
                element(element, scope, depth + 1);
            }
        }
    }

    /** Up to the next tag; whether there was anything but blanks. */
    private boolean text(Element element) throws Broken {
        int from = in.at;
        in.skipBlanks();
        if (in.atEnd() || in.b[in.at] == '<') {
            return false;
        }
        byte[] b = in.b;
        for (; in.at < b.length && b[in.at] != '<'; in.at++) {
            in.allowed(b[in.at]);
            if (b[in.at] == ']' && in.looksAt("]]>")) {
                throw new Broken(ProblemKind.SYNTAX, "]]> in text");
            }
        }
        append(element, XmlText.of(b, from, in.at, false), from);
        return true;
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
        if (element.text.length() + more.length() > LONGEST_TEXT) {
            throw new Broken(ProblemKind.TOO_LONG, "text of " + element.name);
        }
        element.text = element.text.isEmpty() ? more : element.text + more;
        utf8(more, offset);
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
                    name(from, in.attributes[i + 1], scope, false);
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
        for (; good && i < to; i++) {
            int digit = in.b[i] - '0';
            value = value * 10 + digit;
            good = digit >= 0 && digit <= 9 && value >= 0;
        }
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

    private Scope declared(Scope outer) throws Broken {
        Scope scope = outer;
        for (int i = 0; i < in.attributeCount * 4; i += 4) {
            int from = in.attributes[i];
            int end = in.attributes[i + 1];
            if (end - from >= 5 && in.b[from] == 'x' && in.b[from + 1] == 'm' && in.b[from + 2] == 'l') {
                String name = in.latin(from, end);
                if (isDeclaration(name)) {
                    scope = declared(name, i, scope);
                }
            }
        }
        return scope;
    }

    private Scope declared(String name, int attribute, Scope outer) throws Broken {
        String uri = XmlText.of(in.b, in.attributes[attribute + 2], in.attributes[attribute + 3], true);
        boolean isDefault = name.length() == 5;
        boolean named = isDefault || isLocalName(name, 6);
        if (!named || (!isDefault && uri.isEmpty())) {
            throw new Broken(named ? ProblemKind.PREFIX : ProblemKind.SYNTAX, Problems.shown(name));
        }
        return isDefault && uri.isEmpty()
                ? new Scope("", Scope.MPD, outer)
                : Scope.of(isDefault ? "" : name.substring(6), uri, outer);
    }

    private static boolean isDeclaration(String name) {
        return name.equals("xmlns") || name.startsWith("xmlns:");
    }

    private String[] attributes(Scope scope) throws Broken {
        if (in.attributeCount == 0) {
            return NOTHING;
        }
        List<String> found = new ArrayList<>(in.attributeCount * 2);
        for (int i = 0; i < in.attributeCount * 4; i += 4) {
            String name = name(in.attributes[i], in.attributes[i + 1], scope, false);
            String value = XmlText.of(in.b, in.attributes[i + 2], in.attributes[i + 3], true);
            utf8(value, in.attributes[i + 2]);
            if (!isDeclaration(name)) {
                found.add(name);
                found.add(value);
            }
        }
        return found.toArray(NOTHING);
    }

    private String name(int from, int end, Scope scope, boolean element) throws Broken {
        String name = in.latin(from, end);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return element ? scope.find("") + name : name;
        }
        if (isDeclaration(name)) {
            return name;
        }
        String canonical = scope.find(name.substring(0, colon));
        boolean oneName = colon > 0 && isLocalName(name, colon + 1);
        if (canonical == null || !oneName) {
            in.at = from;
            throw new Broken(oneName ? ProblemKind.PREFIX : ProblemKind.SYNTAX, Problems.shown(name));
        }
        return canonical + name.substring(colon + 1);
    }

    /** What stands behind a colon: a name of its own. */
    private static boolean isLocalName(String name, int from) {
        return from < name.length()
                && "-.:0123456789".indexOf(name.charAt(from)) < 0
                && name.indexOf(':', from + 1) < 0;
    }

    private void utf8(String text, int offset) {
        if (text.indexOf('\ufffd') >= 0) {
            problems.add(ProblemKind.INVALID_UTF8, new Place(lines, offset), text);
        }
    }
}
