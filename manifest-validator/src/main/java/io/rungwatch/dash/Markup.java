package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A manifest as the tree that patches work on: every S is there, and everything can be changed. Prefixes say nothing. */
final class Markup {
    final String name;
    final Map<String, String> attributes = new TreeMap<>();
    final List<Markup> children = new ArrayList<>();
    final @Nullable Markup parent;
    private final String text;

    private Markup(Element element, @Nullable Markup parent) {
        this.name = element.name.substring(element.name.indexOf(':') + 1);
        this.parent = parent;
        this.text = element.text.strip();
        element.eachAttribute(attributes::put);
        element.children.forEach(child -> children.add(new Markup(child, this)));
    }

    private Markup(Markup other, @Nullable Markup parent) {
        this.name = other.name;
        this.parent = parent;
        this.text = other.text;
        attributes.putAll(other.attributes);
        other.children.forEach(child -> children.add(new Markup(child, this)));
    }

    /** Null where it is not well-formed. */
    static @Nullable Markup parse(byte[] body) {
        Problems problems = new Problems();
        Element root = body.length > Dash.LARGEST
                ? null
                : XmlReader.plain(body, problems).read();
        return root == null || problems.toList().stream().anyMatch(Problem::hard) ? null : new Markup(root, null);
    }

    String text() {
        return text;
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    void add(int at, List<Markup> more) {
        for (int i = 0; i < more.size(); i++) {
            children.add(at + i, new Markup(more.get(i), this));
        }
    }

    /** Where two trees differ first; null where they say the same. */
    @Nullable
    String difference(Markup other) {
        if (!name.equals(other.name)) {
            return name + " instead of " + other.name;
        }
        if (!attributes.equals(other.attributes)) {
            return name + odd(other.attributes);
        }
        for (int i = 0; i < Math.min(children.size(), other.children.size()); i++) {
            String below = children.get(i).difference(other.children.get(i));
            if (below != null) {
                return name + "/" + below;
            }
        }
        if (children.size() != other.children.size()) {
            return name + " with " + children.size() + " elements instead of " + other.children.size();
        }
        return text.equals(other.text) ? null : name + " with another text";
    }

    private String odd(Map<String, String> wanted) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String other = wanted.get(attribute.getKey());
            if (!attribute.getValue().equals(other)) {
                String instead = other == null ? "" : " instead of '" + other + "'";
                return "@" + attribute.getKey() + "='" + attribute.getValue() + "'" + instead;
            }
        }
        return " without all its attributes";
    }
}
