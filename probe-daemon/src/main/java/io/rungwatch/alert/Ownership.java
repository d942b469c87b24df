package io.rungwatch.alert;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.profile.Layer;
import java.util.List;

/** Who has to act. */
public final class Ownership {
    private Ownership() {}

    /**
     * What the packager makes is the packager team's, unless a packager that we watch makes it right: then a layer below broke it.
     *
     * @param top the first layer that has it
     * @param chain upstream first
     */
    public static String team(CheckInfo check, Layer top, List<Layer> chain) {
        return switch (check.owner()) {
            case BY_LAYER -> top.team();
            case PACKAGER -> chain.getFirst().kind() == Layer.Kind.PACKAGER ? top.team() : "packager";
            case CDN -> "cdn";
            case PROBE -> "probe";
        };
    }
}
