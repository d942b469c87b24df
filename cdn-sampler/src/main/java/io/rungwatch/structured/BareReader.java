package io.rungwatch.structured;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One value by itself; its first character says which type it is of (RFC 9651, 4.2.3.1). */
final class BareReader {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~:/";
    private static final int INTEGER_DIGITS = 15;
    private static final int DECIMAL_DIGITS = 12;

    private BareReader() {}

    static Bare read(Cursor cursor) throws BadField {
        char first = cursor.peek();
        return switch (first) {
            case '"' -> string(cursor);
            case ':' -> bytes(cursor);
            case '?' -> flag(cursor);
            case '@' -> date(cursor);
            case '%' -> display(cursor);
            default -> first == '-' || isDigit(first) ? number(cursor) : token(cursor);
        };
    }

    private static Bare string(Cursor cursor) throws BadField {
        cursor.expect('"');
        StringBuilder text = new StringBuilder();
        while (!cursor.takeIf('"')) {
            boolean escaped = cursor.takeIf('\\');
            char c = visible(cursor);
            if (escaped && c != '"' && c != '\\') {
                throw cursor.bad("only \\\" and \\\\ can be escaped");
            }
            text.append(c);
        }
        return new Bare.Text(text.toString());
    }

    private static Bare bytes(Cursor cursor) throws BadField {
        cursor.expect(':');
        int from = cursor.at();
        while (cursor.peek() != ':') {
            char c = cursor.peek();
            if (!isLetter(c) && !isDigit(c) && c != '+' && c != '/' && c != '=') {
                throw cursor.bad("not Base64");
            }
            cursor.take();
        }
        String text = cursor.since(from);
        cursor.expect(':');
        return new Bare.Bytes(text);
    }

    private static Bare flag(Cursor cursor) throws BadField {
        cursor.expect('?');
        if (cursor.takeIf('1')) {
            return new Bare.Flag(true);
        }
        cursor.expect('0');
        return new Bare.Flag(false);
    }

    private static Bare date(Cursor cursor) throws BadField {
        cursor.expect('@');
        if (number(cursor) instanceof Bare.Whole seconds) {
            return new Bare.Date(seconds.value());
        }
        throw cursor.bad("a date is a whole number of seconds");
    }

    private static Bare display(Cursor cursor) throws BadField {
        cursor.expect('%');
        cursor.expect('"');
        ByteBuffer utf8 = ByteBuffer.allocate(Field.MOST_CHARACTERS);
        while (!cursor.takeIf('"')) {
            char c = visible(cursor);
            utf8.put((byte) (c == '%' ? 16 * hex(cursor) + hex(cursor) : c));
        }
        try {
            return new Bare.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(utf8.flip()).toString());
        } catch (CharacterCodingException e) {
            throw cursor.bad("not UTF-8");
        }
    }

    private static Bare number(Cursor cursor) throws BadField {
        int from = cursor.at();
        boolean minus = cursor.takeIf('-');
        int whole = digits(cursor);
        if (!cursor.takeIf('.')) {
            bound(cursor, whole > 0 && whole <= INTEGER_DIGITS);
            return new Bare.Whole(Long.parseLong(cursor.since(from)), minus);
        }
        int fraction = digits(cursor);
        bound(cursor, whole > 0 && whole <= DECIMAL_DIGITS && fraction > 0 && fraction <= 3);
        return new Bare.Decimal(new BigDecimal(cursor.since(from)));
    }

    private static int digits(Cursor cursor) throws BadField {
        int digits = 0;
        while (isDigit(cursor.peek())) {
            cursor.take();
            digits++;
        }
        return digits;
    }

    private static void bound(Cursor cursor, boolean fits) throws BadField {
        if (!fits) {
            throw cursor.bad("a number has 1 to 15 digits, or 1 to 12 and up to 3 behind the point");
        }
    }

    private static Bare token(Cursor cursor) throws BadField {
        int from = cursor.at();
        if (!isLetter(cursor.peek()) && cursor.peek() != '*') {
            throw cursor.bad("a value expected");
        }
        while (inToken(cursor.peek())) {
            cursor.take();
        }
        return new Bare.Token(cursor.since(from));
    }

    private static char visible(Cursor cursor) throws BadField {
        char c = cursor.peek();
        if (!cursor.atEnd() && (c < ' ' || c > '~')) {
            throw cursor.bad("a character that is not plain ASCII");
        }
        return cursor.take();
    }

    /** Small letters only: so a text has one spelling. */
    private static int hex(Cursor cursor) throws BadField {
        char c = cursor.peek();
        if (!isDigit(c) && !(c >= 'a' && c <= 'f')) {
            throw cursor.bad("two hex digits expected");
        }
        return Character.digit(cursor.take(), 16);
    }

    private static boolean inToken(char c) {
        return isLetter(c) || isDigit(c) || (c != 0 && TOKEN_MARKS.indexOf(c) >= 0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
