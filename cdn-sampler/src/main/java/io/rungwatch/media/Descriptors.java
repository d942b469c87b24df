package io.rungwatch.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The descriptors of one stream. */
final class Descriptors {
    private static final int REGISTRATION = 0x05;
    private static final int LANGUAGE = 0x0a;
    private static final int MOST = 16;

    private final List<Integer> tags = new ArrayList<>();
    private Optional<String> registration = Optional.empty();
    private Optional<String> language = Optional.empty();

    Descriptors(Fields fields) {
        while (fields.left() >= 2 && tags.size() < MOST) {
            int tag = fields.number(1);
            tags.add(tag);
            read(tag, fields.part(fields.number(1)));
        }
    }

    private void read(int tag, Fields content) {
        if (tag == REGISTRATION && content.left() >= 4) {
            registration = Optional.of(content.code());
        } else if (tag == LANGUAGE && content.left() >= 3) {
            language = Optional.of(content.code().substring(0, 3));
        }
    }

    ProgramStream stream(int pid, int type) {
        return new ProgramStream(pid, type, language, registration, List.copyOf(tags));
    }
}
