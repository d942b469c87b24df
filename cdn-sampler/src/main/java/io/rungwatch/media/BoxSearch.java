package io.rungwatch.media;

import java.util.Optional;

/** Finds a box among boxes that are whole and kept. */
final class BoxSearch {
    private static final int HEADER = 8;

    private BoxSearch() {}

    static Optional<Fields> find(Fields within, String type) {
        Fields boxes = within.again();
        while (boxes.left() >= HEADER) {
            int size = boxes.number(4);
            boolean found = boxes.code().equals(type);
            Fields content = boxes.part(size == 0 ? boxes.left() : size - HEADER);
            if (found) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** Behind version and flags. */
    static Optional<Fields> findFull(Fields within, String type) {
        return find(within, type).map(content -> {
            content.skip(4);
            return content;
        });
    }
}
