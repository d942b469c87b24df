package io.rungwatch.cache;

import io.rungwatch.structured.Field;
import java.util.ArrayList;
import java.util.List;

/** What stands there and could not be used: whoever wrote it thinks that it is read. */
final class Unreadable {
    private static final List<String> STRUCTURED = List.of("Cache-Status", "Proxy-Status", "CMSD-Dynamic");

    private Unreadable() {}

    static List<String> of(Reply reply) {
        List<String> complaints = new ArrayList<>();
        for (String header : STRUCTURED) {
            reply.value(header)
                    .map(Field::list)
                    .filter(field -> field instanceof Field.Malformed)
                    .ifPresent(malformed -> complaints.add(header + " is " + malformed + "; not used"));
        }
        for (String header : reply.tooLong()) {
            complaints.add(header + " is longer than " + Reply.LONGEST + " characters; not read");
        }
        return complaints;
    }
}
