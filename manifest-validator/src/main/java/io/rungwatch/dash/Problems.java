package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects problems. Each kind has room of its own, so that a thousand bad numbers never hide the one tag that matters. */
final class Problems {
    static final int KEPT_PER_KIND = 20;

    private static final int SHOWN = 120;

    private final List<Problem> list = new ArrayList<>(0);
    private final Map<ProblemKind, Integer> counts = new EnumMap<>(ProblemKind.class);
    private boolean hard;
    private int omitted;

    boolean anyHard() {
        return hard;
    }

    void add(ProblemKind kind, Place at, String text) {
        hard |= kind.hard();
        if (counts.merge(kind, 1, Integer::sum) > KEPT_PER_KIND) {
            omitted++;
            return;
        }
        list.add(new Problem(kind, at.line(), at.column(), shown(text)));
    }

    List<Problem> toList() {
        if (omitted > 0) {
            list.add(new Problem(ProblemKind.TOO_MANY_PROBLEMS, 1, 1, omitted + " more"));
            omitted = 0;
        }
        return List.copyOf(list);
    }

    /** Foreign text: nothing that a terminal or a log would act on, and not too long. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), SHOWN) + 1);
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= ' ' && c != 0x7f && Character.getType(c) != Character.FORMAT && !(c > 0x7f && c < 0xa0);
            shown.append(plain && c != '\u2028' && c != '\u2029' ? c : '?');
        }
        return text.length() > SHOWN ? shown.append('…').toString() : shown.toString();
    }
}
