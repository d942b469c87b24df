package io.rungwatch.check;

import java.util.Locale;

/** Who can act. BY_LAYER: the team of the first layer of the chain on which the finding is true. */
public enum Owner {
    PACKAGER,
    CDN,
    BY_LAYER,
    PROBE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
