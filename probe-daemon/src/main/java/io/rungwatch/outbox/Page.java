package io.rungwatch.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What is written down at once: messages on their way, and what else must survive with them.
 *
 * @param written completes with false when it cannot be written at present
 */
record Page(List<Entry> entries, Map<String, Optional<String>> memory, CompletableFuture<Boolean> written) {

    static Page of(List<Entry> entries, Map<String, Optional<String>> memory) {
        return new Page(entries, memory, new CompletableFuture<>());
    }

    /** Many as one; what was noted last counts. */
    static Page together(List<Page> pages) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Optional<String>> memory = new LinkedHashMap<>();
        for (Page page : pages) {
            entries.addAll(page.entries());
            memory.putAll(page.memory());
        }
        return of(entries, memory);
    }
}
