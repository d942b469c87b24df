package io.rungwatch.simulator.fault;

import java.util.List;

/** One trait of a kind of fault, beside what it does. */
sealed interface Part permits Key, Part.Needs, Part.Lingers, Part.Renames {
    /** A common key that must be given. */
    record Needs(String key) implements Part {}

    /** What was published during the fault keeps it until it leaves the window. */
    record Lingers() implements Part {}

    /** Segments get other names. */
    record Renames() implements Part {}

    static Part renames() {
        return new Renames();
    }

    static Part needs(String key) {
        return new Needs(key);
    }

    static Part lingers() {
        return new Lingers();
    }

    static Part span(String name, String byDefault) {
        return new Key.Time(name, byDefault);
    }

    static Part optionalSpan(String name) {
        return new Key.Time(name, null);
    }

    static Part count(String name, String byDefault) {
        return new Key.Count(name, byDefault);
    }

    static Part share(String name, String byDefault) {
        return new Key.Share(name, byDefault);
    }

    static Part text(String name, String byDefault) {
        return new Key.Text(name, byDefault);
    }

    static Part choice(String name, String... words) {
        return new Key.Choice(name, words[0], List.of(words));
    }

    /** Does a cache admit in its headers how old its copy is? */
    static Part age(String byDefault) {
        return new Key.Choice("age", byDefault, List.of("honest", "hidden"));
    }

    static Part object() {
        return choice("object", "manifest", "segment", "steering", "assets", "any");
    }
}
