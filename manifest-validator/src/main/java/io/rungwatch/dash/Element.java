package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One element as written: all attributes are text. Names of DASH stand without a prefix, those of XLink, Common Encryption and SCTE 35 with
 * the usual one, whatever the document calls it.
 */
final class Element {
    final String name;
    final Place at;
    final List<Element> children = new ArrayList<>(0);
    String text = "";

    @Nullable
    Runs runs;

    private @Nullable StringBuilder pieces;

    /** Name, value, name, value. */
    private final String[] attributes;

    Element(String name, Place at, String... attributes) {
        this.name = name;
        this.at = at;
        this.attributes = attributes;
    }

    /** False when it is too much. */
    boolean append(String more, int longest) {
        if (text.isEmpty() && pieces == null) {
            text = more;
            return more.length() <= longest;
        }
        if (pieces == null) {
            pieces = new StringBuilder(text);
        }
        return pieces.append(more).length() <= longest;
    }

    /** At its end tag: comments may have cut its text into many pieces. */
    void seal() {
        if (pieces != null) {
            text = pieces.toString();
            pieces = null;
        }
    }

    @Nullable
    String attribute(String wanted) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(wanted)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    void eachAttribute(BiConsumer<String, String> then) {
        for (int i = 0; i < attributes.length; i += 2) {
            then.accept(attributes[i], attributes[i + 1]);
        }
    }

    @Nullable
    Element child(String wanted) {
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    List<Element> children(String wanted) {
        List<Element> found = new ArrayList<>(0);
        for (Element child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
        }
        return found;
    }

    /** All that it says, for comparing; not where it says it. */
    int fingerprint(String exceptAttribute, String exceptChild) {
        int hash = name.hashCode();
        for (int i = 0; i < attributes.length; i += 2) {
            // Summed, for the order of attributes means nothing.
            hash += attributes[i].equals(exceptAttribute)
                    ? 0
                    : attributes[i].hashCode() * 31 + attributes[i + 1].hashCode();
        }
        hash = hash * 31 + text.hashCode();
        hash = runs == null ? hash : hash * 31 + runs.fingerprint();
        for (Element child : children) {
            hash = hash * 31 + (child.name.equals(exceptChild) ? 1 : child.fingerprint("", ""));
        }
        return hash;
    }
}
