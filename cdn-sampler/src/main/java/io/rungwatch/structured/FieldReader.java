package io.rungwatch.structured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists, dictionaries and what they hold (RFC 9651, 4.2). Nothing nests deeper than a list in a list, so nothing here recurses. */
final class FieldReader {
    private final Cursor cursor;

    FieldReader(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Member> list() throws BadField {
        List<Member> members = new ArrayList<>();
        while (!cursor.atEnd()) {
            bound(members.size());
            members.add(member());
            separator();
        }
        return List.copyOf(members);
    }

    Map<String, Member> dictionary() throws BadField {
        Map<String, Member> members = new LinkedHashMap<>();
        while (!cursor.atEnd()) {
            bound(members.size());
            String key = key();
            members.put(key, cursor.takeIf('=') ? member() : new Member.Item(new Bare.Flag(true), params()));
            separator();
        }
        return members;
    }

    Member.Item item() throws BadField {
        return new Member.Item(BareReader.read(cursor), params());
    }

    private Member member() throws BadField {
        return cursor.takeIf('(') ? inner() : item();
    }

    private Member.Inner inner() throws BadField {
        List<Member.Item> items = new ArrayList<>();
        cursor.skipSpaces();
        while (!cursor.takeIf(')')) {
            bound(items.size());
            items.add(item());
            if (cursor.peek() != ' ' && cursor.peek() != ')') {
                throw cursor.bad("' ' or ')' expected");
            }
            cursor.skipSpaces();
        }
        return new Member.Inner(List.copyOf(items), params());
    }

    private Params params() throws BadField {
        if (cursor.peek() != ';') {
            return Params.NONE;
        }
        Map<String, Bare> params = new LinkedHashMap<>();
        while (cursor.takeIf(';')) {
            bound(params.size());
            cursor.skipSpaces();
            String key = key();
            params.put(key, cursor.takeIf('=') ? BareReader.read(cursor) : new Bare.Flag(true));
        }
        return new Params(params);
    }

    private String key() throws BadField {
        int from = cursor.at();
        if (!startsKey(cursor.peek())) {
            throw cursor.bad("a name in small letters expected");
        }
        while (inKey(cursor.peek())) {
            cursor.take();
        }
        return cursor.since(from);
    }

    private void separator() throws BadField {
        cursor.skipBlanks();
        if (cursor.atEnd()) {
            return;
        }
        cursor.expect(',');
        cursor.skipBlanks();
        if (cursor.atEnd()) {
            throw cursor.bad("a comma at the end");
        }
    }

    private void bound(int members) throws BadField {
        if (members >= Field.MOST_MEMBERS) {
            throw cursor.bad("more than " + Field.MOST_MEMBERS + " members");
        }
    }

    private static boolean startsKey(char c) {
        return (c >= 'a' && c <= 'z') || c == '*';
    }

    private static boolean inKey(char c) {
        return startsKey(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }
}
