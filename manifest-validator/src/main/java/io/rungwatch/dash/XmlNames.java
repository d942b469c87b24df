package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;

/** Names and what their prefixes stand for. */
final class XmlNames {
    private static final String[] NOTHING = {};

    private final XmlCursor in;
    private final Lines lines;
    private final Problems problems;

    XmlNames(XmlCursor in, Lines lines, Problems problems) {
        this.in = in;
        this.lines = lines;
        this.problems = problems;
    }

    /** With the declarations of the tag that was read last. */
    Scope declared(Scope outer) throws Broken {
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

    /** Of the tag that was read last: name, value, name, value. */
    String[] attributes(Scope scope) throws Broken {
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

    String name(int from, int end, Scope scope, boolean element) throws Broken {
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

    void utf8(String text, int offset) {
        if (text.indexOf('\ufffd') >= 0) {
            problems.add(ProblemKind.INVALID_UTF8, new Place(lines, offset), text);
        }
    }
}
