package io.rungwatch.simulator.dash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An element before it is text: patches are made from two trees of them. */
final class Xml {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private String text = "";

    Xml(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Xml> children() {
        return children;
    }

    String text() {
        return text;
    }

    /** Null leaves the attribute out. */
    Xml with(String attribute, @Nullable Object value) {
        if (value != null) {
            attributes.put(attribute, value.toString());
        }
        return this;
    }

    Xml containing(String words) {
        text = words;
        return this;
    }

    /** The child, to go on with. */
    Xml add(String child) {
        Xml element = new Xml(child);
        children.add(element);
        return element;
    }

    void add(Xml child) {
        children.add(child);
    }

    boolean isSame(Xml other) {
        if (!name.equals(other.name)
                || !attributes.equals(other.attributes)
                || !text.equals(other.text)
                || children.size() != other.children.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).isSame(other.children.get(i))) {
                return false;
            }
        }
        return true;
    }

    String document() {
        StringBuilder out = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, 0);
        return out.toString();
    }

    private void write(StringBuilder out, int depth) {
        out.append("  ".repeat(depth)).append('<').append(name);
        attributes.forEach((key, value) ->
                out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        if (children.isEmpty() && text.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>').append(escaped(text));
        if (!children.isEmpty()) {
            out.append('\n');
            children.forEach(child -> child.write(out, depth + 1));
            out.append("  ".repeat(depth));
        }
        out.append("</").append(name).append(">\n");
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** What tells siblings apart: their id, or else only their place. */
    @Nullable
    String id() {
        return attributes.get("id");
    }

    boolean isCalled(Xml other) {
        return name.equals(other.name) && Objects.equals(id(), other.id());
    }
}
