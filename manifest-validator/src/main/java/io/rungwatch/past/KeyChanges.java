package io.rungwatch.past;

import io.rungwatch.hls.Key;
import io.rungwatch.hls.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the key of the newest segment changed. */
public final class KeyChanges {
    private @Nullable List<String> current;
    private long since;
    private boolean sawChange;
    private long lastedBefore;

    void note(Segment newest, long at) {
        List<String> now = newest.keys().stream()
                .map(key -> key.method() + " " + key.uri() + " " + iv(key))
                .toList();
        if (now.equals(current)) {
            return;
        }
        if (current != null) {
            lastedBefore = sawChange ? at - since : 0;
            sawChange = true;
        }
        current = now;
        since = at;
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
