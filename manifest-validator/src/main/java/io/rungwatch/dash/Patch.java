package io.rungwatch.dash;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes the next MPD of the one that a client has: ISO/IEC 23009-1, 5.15, with the operations of RFC 5261. */
public final class Patch {
    private static final int MOST = 1_000;

    /** It cannot be carried out; the message says why. */
    private static final class Impossible extends Exception {
        Impossible(String why) {
            super(why, null, false, false);
        }
    }

    private final Markup root;

    private Patch(Markup root) {
        this.root = root;
    }

    /** Empty where the text is no patch. */
    public static Optional<Patch> parse(byte[] text) {
        Markup root = Markup.parse(text);
        return root != null && root.name.equals("Patch") ? Optional.of(new Patch(root)) : Optional.empty();
    }

    public String mpdId() {
        return root.attribute("mpdId");
    }

    public String originalPublishTime() {
        return root.attribute("originalPublishTime");
    }

    public String publishTime() {
        return root.attribute("publishTime");
    }

    public int operations() {
        return root.children.size();
    }

    /**
     * What is wrong with it for somebody who has `before`: an operation that cannot be carried out, or the first place where the result is not
     * `after`. Empty where it does what it should. Without an `after` only the operations are tried.
     */
    public Optional<String> fault(byte[] before, byte @Nullable [] after) {
        Markup mpd = Markup.parse(before);
        if (mpd == null) {
            return Optional.empty();
        }
        try {
            List<Markup> operations = root.children;
            for (Markup operation : operations.subList(0, Math.min(MOST, operations.size()))) {
                carryOut(operation, mpd);
            }
        } catch (Impossible e) {
            return Optional.ofNullable(e.getMessage());
        }
        Markup wanted = after == null ? null : Markup.parse(after);
        return wanted == null
                ? Optional.empty()
                : Optional.ofNullable(mpd.difference(wanted)).map(where -> "leads to another MPD: " + where);
    }

    private static void carryOut(Markup operation, Markup mpd) throws Impossible {
        String text = operation.attribute("sel");
        Selector selector = Selector.parse(text);
        if (selector == null) {
            throw new Impossible("has an operation whose sel='" + text + "' is no path");
        }
        List<Markup> found = selector.in(mpd);
        if (found.size() != 1) {
            throw new Impossible("has an operation whose sel='" + text + "' names " + found.size() + " elements");
        }
        Markup target = found.getFirst();
        String attribute = selector.attribute();
        switch (operation.name) {
            case "add" -> add(operation, target);
            case "replace" -> {
                if (attribute == null) {
                    replace(operation, target);
                } else {
                    known(target, attribute, text);
                    target.attributes.put(attribute, operation.text());
                }
            }
            case "remove" -> {
                if (attribute == null) {
                    parent(target).children.remove(place(target));
                } else {
                    known(target, attribute, text);
                    target.attributes.remove(attribute);
                }
            }
            default -> throw new Impossible("has an operation called " + operation.name);
        }
    }

    private static void known(Markup target, String attribute, String text) throws Impossible {
        if (!target.attributes.containsKey(attribute)) {
            throw new Impossible("has an operation whose sel='" + text + "' names no attribute");
        }
    }

    private static Markup parent(Markup target) throws Impossible {
        if (target.parent == null) {
            throw new Impossible("changes the root as a whole");
        }
        return target.parent;
    }

    /** Among its siblings, of which there may be equal ones. */
    private static int place(Markup target) throws Impossible {
        List<Markup> siblings = parent(target).children;
        for (int i = 0; i < siblings.size(); i++) {
            if (siblings.get(i) == target) {
                return i;
            }
        }
        throw new IllegalStateException(target.name);
    }

    private static void add(Markup operation, Markup target) throws Impossible {
        String type = operation.attribute("type");
        if (type.startsWith("@")) {
            target.attributes.put(type.substring(1), operation.text());
            return;
        }
        switch (operation.attribute("pos")) {
            case "prepend" -> target.add(0, operation.children);
            case "before" -> parent(target).add(place(target), operation.children);
            case "after" -> parent(target).add(place(target) + 1, operation.children);
            default -> target.add(target.children.size(), operation.children);
        }
    }

    private static void replace(Markup operation, Markup target) throws Impossible {
        if (operation.children.size() != 1) {
            throw new Impossible("replaces one element by " + operation.children.size());
        }
        int place = place(target);
        parent(target).children.remove(place);
        parent(target).add(place, operation.children);
    }
}
