package io.rungwatch.checks.across;

import io.rungwatch.check.Outline;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rendition differs, so that one makes one finding and not one for each of the others. */
final class OddOneOut {
    static final int NOT_COMPARABLE = -1;
    static final int SAME = 0;
    static final int DIFFERENT = 1;

    /** How two renditions stand to each other; whichever is asked for first. */
    @FunctionalInterface
    interface Comparison {
        int of(View a, View b);
    }

    private OddOneOut() {}

    /**
     * One that this rendition differs from, if it differs from more than are like it; of two camps of one size, that of the first listed
     * is right. Null where it is none of the odd ones.
     */
    static @Nullable View against(View self, List<View> all, Comparison comparison) {
        int like = 1;
        int unlike = 0;
        boolean first = true;
        boolean passed = false;
        View other = null;
        for (int i = 0; i < all.size(); i++) {
            View view = all.get(i);
            if (view == self) {
                passed = true;
                continue;
            }
            int result = comparison.of(self, view);
            first &= passed || result == NOT_COMPARABLE;
            if (result == DIFFERENT) {
                unlike++;
                other = other == null ? view : other;
            } else if (result == SAME) {
                like++;
            }
        }
        return unlike > like || unlike == like && !first ? other : null;
    }

    static int differ(boolean differ) {
        return differ ? DIFFERENT : SAME;
    }

    /** What plays together all the time: no sparse subtitles, no trick play. */
    static boolean isMain(View view) {
        Kind kind = view.rendition().kind();
        return view.has(Outline.HLS) && !view.has(Outline.I_FRAMES) && (kind == Kind.VIDEO || kind == Kind.AUDIO);
    }

    static boolean areMain(View a, View b) {
        return isMain(a) && isMain(b);
    }
}
