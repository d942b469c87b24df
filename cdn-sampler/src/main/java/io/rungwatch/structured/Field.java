package io.rungwatch.structured;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of reading a field: foreign text that is broken is data too. */
public sealed interface Field<T> {
    /** More than any cache has to say, and little enough to read without thinking. */
    int MOST_CHARACTERS = 16 << 10;

    /** RFC 9651 asks for 1,024 members at least. */
    int MOST_MEMBERS = 1024;

    record Read<T>(T value) implements Field<T> {}

    /** `at` counts characters from 1, as editors do. */
    record Malformed<T>(int at, String why) implements Field<T> {
        @Override
        public String toString() {
            return "malformed at character " + at + ": " + why;
        }
    }

    default Optional<T> found() {
        return this instanceof Read<T> read ? Optional.of(read.value()) : Optional.empty();
    }

    static Field<List<Member>> list(String text) {
        return read(text, FieldReader::list);
    }

    static Field<Map<String, Member>> dictionary(String text) {
        return read(text, FieldReader::dictionary);
    }

    static Field<Member.Item> item(String text) {
        return read(text, FieldReader::item);
    }

    private static <T> Field<T> read(String text, Reading<T> reading) {
        if (text.length() > MOST_CHARACTERS) {
            return new Malformed<>(MOST_CHARACTERS + 1, "longer than anything that is meant to be read");
        }
        Cursor cursor = new Cursor(text);
        try {
            cursor.skipSpaces();
            T value = reading.of(new FieldReader(cursor));
            cursor.skipSpaces();
            return cursor.atEnd() ? new Read<>(value) : new Malformed<>(cursor.at(), "something after the end");
        } catch (BadField bad) {
            return new Malformed<>(bad.at(), bad.why());
        }
    }

    /** One of the three kinds of field. */
    interface Reading<T> {
        T of(FieldReader reader) throws BadField;
    }
}
