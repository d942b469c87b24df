package io.rungwatch.watch;

import java.util.Locale;

public enum Protocol {
    HLS,
    DASH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
