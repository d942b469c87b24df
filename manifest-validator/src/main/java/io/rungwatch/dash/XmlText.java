package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Character data and attribute values, from bytes to text. */
final class XmlText {
    private XmlText() {}

    /** References replaced, line ends made one; in attributes all white space becomes a blank. */
    static String of(byte[] b, int from, int to, boolean attribute) throws Broken {
        int i = from;
        while (i < to && b[i] != '&' && b[i] >= ' ') {
            i++;
        }
        if (i == to) {
            return new String(b, from, to - from, UTF_8);
        }
        return slowly(new String(b, from, to - from, UTF_8), attribute);
    }

    private static String slowly(String raw, boolean attribute) throws Broken {
        if (raw.indexOf('\r') >= 0) {
            raw = raw.replace("\r\n", "\n").replace('\r', '\n');
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '&') {
                int end = raw.indexOf(';', i);
                if (end < 0) {
                    throw new Broken(ProblemKind.SYNTAX, "& without ;");
                }
                text.appendCodePoint(reference(raw.substring(i + 1, end)));
                i = end;
            } else {
                text.append(attribute && (c == '\n' || c == '\t') ? ' ' : c);
            }
        }
        return text.toString();
    }

    private static int reference(String name) throws Broken {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> {
                if (!name.startsWith("#")) {
                    throw new Broken(ProblemKind.ENTITY, "&" + name + ";");
                }
                yield character(name);
            }
        };
    }

    private static int character(String name) throws Broken {
        boolean hex = name.startsWith("#x");
        int value = name.length() > (hex ? 2 : 1) ? 0 : -1;
        for (int i = hex ? 2 : 1; i < name.length() && value >= 0; i++) {
            char c = name.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, hex ? 16 : 10) : -1;
            value = digit < 0 || value > 0x10ffff ? -1 : value * (hex ? 16 : 10) + digit;
        }
        boolean legal = value == '\t'
                || value == '\n'
                || value == '\r'
                || (value >= ' ' && value < 0xd800)
                || (value > 0xdfff && value < 0xfffe)
                || (value > 0xffff && value <= 0x10ffff);
        if (!legal) {
            throw new Broken(ProblemKind.SYNTAX, "&" + name + "; is no character");
        }
        return value;
    }
}
