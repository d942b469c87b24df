package io.rungwatch.past;

import io.rungwatch.hls.Key;
import io.rungwatch.hls.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the key of the newest segment changed. */
public final class KeyChanges {
    private @Nullable List<String> current;
    private long since;
    private boolean whole;
    private boolean sawChange;
    private long lastedBefore;

    void note(Segment newest, long at) {
        List<String> now = newest.keys().stream()
                .map(key -> key.method() + " " + key.uri() + " " + iv(key))
                .toList();
        if (now.equals(current)) {
            return;
        }
        // What was in the clear, or under a key that nobody can fetch, began and ended for other reasons than rotation.
        boolean key = !now.isEmpty() && newest.keys().stream().allMatch(KeyChanges::isWhole);
        lastedBefore = sawChange && key ? at - since : 0;
        sawChange = whole && key;
        whole = key;
        current = now;
        since = at;
    }

    private static boolean isWhole(Key key) {
        return !key.method().equals("NONE") && key.uri() != null;
    }

    private static String iv(Key key) {
        return key.iv() == null ? "" : key.iv();
    }

    /** Seen by us for the first time then. */
    public long since() {
        return since;
    }

    /** How long the key before it was in use; 0 where we did not see it begin. */
    public long lastedBefore() {
        return lastedBefore;
    }

    public boolean locked() {
        return current != null && current.stream().anyMatch(key -> !key.startsWith("NONE "));
    }
}
