package io.rungwatch.dash;

import io.rungwatch.hls.LooksLike;
import java.util.List;

/** Not an MPD at all; `reason` is for people. */
public record NotMpd(LooksLike looksLike, String reason, List<Problem> problems) implements DashDocument {
    @Override
    public boolean malformed() {
        return true;
    }
}
