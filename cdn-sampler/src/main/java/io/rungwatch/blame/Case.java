package io.rungwatch.blame;

import java.util.List;

/**
 * One symptom of one object, in the last rounds in which it was asked for everywhere, latest last. `source` is what goes into the packager,
 * where somebody looks at it; `blind` says that the probe sees nothing at all just now, its own references included.
 */
public record Case(Symptom symptom, List<List<Seen>> rounds, State source, boolean blind) {
    public Case {
        rounds = Vote.last(rounds);
    }
}
