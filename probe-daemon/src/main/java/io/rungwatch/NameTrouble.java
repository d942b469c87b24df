package io.rungwatch;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Whether names resolve: told once, and its end is. */
final class NameTrouble {
    private final Supplier<Optional<String>> trouble;
    private final Consumer<Optional<String>> told;
    private boolean gone;

    /** @param told what is wrong; empty when it is well again */
    NameTrouble(Supplier<Optional<String>> trouble, Consumer<Optional<String>> told) {
        this.trouble = trouble;
        this.told = told;
    }

    void look() {
        Optional<String> now = trouble.get();
        if (now.isPresent() != gone) {
            gone = now.isPresent();
            told.accept(now);
        }
    }
}
