package io.rungwatch.round;

import io.rungwatch.watch.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was read of a channel's segments lately, at the topmost layer that had them. */
final class Portions {
    private static final int MOST = 4;

    private final Map<Subject, Deque<Portion>> read = new HashMap<>();

    /** Newest first. */
    void add(Subject subject, Portion portion) {
        Deque<Portion> earlier = read.computeIfAbsent(subject, missing -> new ArrayDeque<>(MOST));
        if (earlier.size() == MOST) {
            earlier.removeLast();
        }
        earlier.addFirst(portion);
    }

    /** Of the same timeline, before it. */
    List<Portion> earlier(Subject subject, Portion current) {
        List<Portion> earlier = new ArrayList<>();
        for (Portion portion : read.getOrDefault(subject, new ArrayDeque<>(0))) {
            if (current.segment().continues(portion.segment())) {
                earlier.add(portion);
            }
        }
        return earlier;
    }

    /** The newest of each other rendition in the same protocol. */
    List<Portion> beside(Subject subject) {
        List<Portion> beside = new ArrayList<>();
        read.forEach((other, portions) -> {
            if (other.protocol() == subject.protocol() && !other.equals(subject) && !portions.isEmpty()) {
                beside.add(portions.getFirst());
            }
        });
        return beside;
    }

    void retain(Set<Subject> stay) {
        read.keySet().retainAll(stay);
    }
}
