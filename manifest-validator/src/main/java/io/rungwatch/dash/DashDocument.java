package io.rungwatch.dash;

import io.rungwatch.exchange.Document;
import java.util.List;

/** What a body turned out to be. */
public sealed interface DashDocument extends Document permits Mpd, NotMpd {
    /** Every oddity; at most twenty of a kind, see {@link ProblemKind#TOO_MANY_PROBLEMS}. */
    List<Problem> problems();

    /** Whether a {@link ProblemKind#hard() hard} problem was seen: what the model says must not be judged further. */
    @Override
    boolean malformed();
}
