package io.rungwatch.simulator.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What makes one MPD of another, in the operations of RFC 5261. Elements with an id are told apart by it, the others by
 * their place; the places are those that are left by the operations before.
 */
final class PatchDocument {
    private final Xml patch;

    private PatchDocument(Xml then, Xml now) {
        patch = new Xml("Patch")
                .with("xmlns", "urn:mpeg:dash:schema:mpd-patch:2020")
                .with("mpdId", now.attributes().get("id"))
                .with("originalPublishTime", then.attributes().get("publishTime"))
                .with("publishTime", now.attributes().get("publishTime"));
        now.attributes().forEach((key, value) -> {
            if (key.startsWith("xmlns:")) {
                patch.with(key, value);
            }
        });
    }

    static String of(Xml then, Xml now) {
        PatchDocument document = new PatchDocument(then, now);
        document.compare("/MPD", then, now);
        return document.patch.document();
    }

    private void compare(String path, Xml then, Xml now) {
        attributes(path, then.attributes(), now.attributes());
        if (then.name().equals("SegmentTimeline")) {
            Runs.compare(this, path, then.children(), now.children());
        } else {
            children(path, then.children(), now.children());
        }
    }

    void attributes(String path, Map<String, String> then, Map<String, String> now) {
        then.forEach((key, value) -> {
            String other = now.get(key);
            if (other == null) {
                remove(path + "/@" + key);
            } else if (!other.equals(value)) {
                patch.add("replace").with("sel", path + "/@" + key).containing(other);
            }
        });
        now.forEach((key, value) -> {
            if (!then.containsKey(key)) {
                patch.add("add").with("sel", path).with("type", "@" + key).containing(value);
            }
        });
    }

    void remove(String path) {
        patch.add("remove").with("sel", path);
    }

    private void children(String path, List<Xml> then, List<Xml> now) {
        List<Xml> left = new ArrayList<>(then);
        for (int i = left.size() - 1; i >= 0; i--) {
            Xml old = left.get(i);
            if (now.stream().noneMatch(old::isCalled)) {
                remove(select(path, left, i));
                left.remove(i);
            }
        }
        for (int i = 0; i < now.size(); i++) {
            Xml wanted = now.get(i);
            if (i < left.size() && left.get(i).isCalled(wanted)) {
                same(select(path, left, i), left.get(i), wanted);
            } else {
                insert(path, left, i, wanted);
            }
        }
        for (int i = left.size() - 1; i >= now.size(); i--) {
            remove(select(path, left, i));
            left.remove(i);
        }
    }

    private void insert(String path, List<Xml> left, int at, Xml wanted) {
        Xml operation = at == 0
                ? patch.add("add").with("sel", path).with("pos", "prepend")
                : patch.add("add").with("sel", select(path, left, at - 1)).with("pos", "after");
        operation.add(wanted);
        left.add(at, wanted);
    }

    private void same(String path, Xml then, Xml now) {
        if (then.isSame(now)) {
            return;
        }
        if (then.text().equals(now.text())) {
            compare(path, then, now);
        } else {
            patch.add("replace").with("sel", path).add(now);
        }
    }

    private static String select(String path, List<Xml> siblings, int at) {
        Xml element = siblings.get(at);
        if (element.id() != null) {
            return path + "/" + element.name() + "[@id='" + element.id() + "']";
        }
        long place = siblings.subList(0, at + 1).stream()
                .filter(other -> other.name().equals(element.name()))
                .count();
        return path + "/" + element.name() + "[" + place + "]";
    }

    void append(String path, Xml element) {
        patch.add("add").with("sel", path).add(element);
    }
}
