package io.rungwatch.hls;

import java.util.List;

/** Not a playlist at all; `reason` is for people. */
public record NotHls(LooksLike looksLike, String reason) implements HlsDocument {
    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public boolean malformed() {
        return true;
    }
}
