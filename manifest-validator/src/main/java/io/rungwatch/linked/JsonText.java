package io.rungwatch.linked;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what others wrote (catalogue, hostile input 30): objects become maps, arrays lists, numbers doubles. What may be true of a text
 * that a server made up is bounded before anything is made of it: its length, its depth, and numbers that are none.
 */
final class JsonText {
    static final int LARGEST = 256 << 10;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 32;
    private static final int UNICODE = 4;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    /** `null`. */
    private enum Nothing {
        NOTHING
    }

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Object read(byte[] body) throws BadJson {
        if (body.length > LARGEST) {
            throw new BadJson("more than " + (LARGEST >> 10) + " KiB", LARGEST);
        }
        JsonText json = new JsonText(new String(body, UTF_8));
        Object value = json.value(0);
        json.space();
        if (json.at < json.text.length()) {
            throw json.bad("something after the end");
        }
        return value;
    }

    private Object value(int depth) throws BadJson {
        if (depth > DEEPEST) {
            throw bad("nested deeper than " + DEEPEST);
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Nothing.NOTHING);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws BadJson {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        if (ends('}')) {
            return object;
        }
        do {
            space();
            int start = at;
            String name = string();
            space();
            expect(':');
            if (object.put(name, value(depth + 1)) != null) {
                throw new BadJson("the same name twice", start);
            }
        } while (goesOn('}'));
        return object;
    }

    private List<Object> array(int depth) throws BadJson {
        List<Object> array = new ArrayList<>();
        at++;
        if (ends(']')) {
            return array;
        }
        do {
            array.add(value(depth + 1));
        } while (goesOn(']'));
        return array;
    }

    private boolean ends(char end) {
        space();
        boolean ends = peek() == end;
        at += ends ? 1 : 0;
        return ends;
    }

    private boolean goesOn(char end) throws BadJson {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() throws BadJson {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = peek();
            if (at >= text.length() || c < ' ') {
                throw bad("a string that does not end");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws BadJson {
        char kind = peek();
        at++;
        int known = ESCAPES.indexOf(kind);
        if (known >= 0) {
            return ESCAPED.charAt(known);
        }
        int code = 0;
        for (int i = 0; i < UNICODE; i++) {
            int digit = kind == 'u' ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw bad("an escape that is none");
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private Object word(String word, Object meaning) throws BadJson {
        if (!text.startsWith(word, at)) {
            throw bad("something that is no value");
        }
        at += word.length();
        return meaning;
    }

    private Double number() throws BadJson {
        int start = at;
        while ("+-.0123456789eE".indexOf(peek()) >= 0 && at - start <= LONGEST_NUMBER) {
            at++;
        }
        String number = text.substring(start, at);
        if (number.length() > LONGEST_NUMBER || !number.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw number.isEmpty() ? bad("something that is no value") : new BadJson("a number that is none", start);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new BadJson("a number of no use", start);
        }
        return value;
    }

    private void expect(char wanted) throws BadJson {
        if (peek() != wanted) {
            throw bad("no " + wanted);
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Past the end there is nothing that anybody waits for. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private BadJson bad(String what) {
        return new BadJson(at >= text.length() ? "the text ends" : what, at);
    }
}
