package io.rungwatch.real;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of the inputs of the catalogue's section 5: a channel of its own.
 *
 * @param number of the catalogue
 * @param dash whether its manifest is an MPD
 * @param told what the channel has to be told of, and nothing else
 * @param maybe what may be told too: how it shows in the end
 */
record HostileInput(int number, String name, boolean dash, Set<String> told, Set<String> maybe, Answers answers) {
    /** How a request is answered. */
    interface Answers {
        void to(Wire wire);
    }

    static HostileInput hls(int number, String name, String told, Answers answers) {
        return new HostileInput(number, name, false, checks(told), Set.of(), answers);
    }

    static HostileInput dash(int number, String name, String told, Answers answers) {
        return new HostileInput(number, name, true, checks(told), Set.of(), answers);
    }

    HostileInput mayTell(String checks) {
        return new HostileInput(number, name, dash, told, checks(checks), answers);
    }

    boolean isTold(Set<String> found) {
        Set<String> more = new TreeSet<>(found);
        more.removeAll(told);
        return found.containsAll(told) && maybe.containsAll(more);
    }

    private static Set<String> checks(String told) {
        return told.isEmpty() ? Set.of() : new TreeSet<>(List.of(told.split(" ", -1)));
    }

    String manifest() {
        return "/" + name + (dash ? "/manifest.mpd" : "/master.m3u8");
    }
}
