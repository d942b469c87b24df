package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ContentProtection; `pssh` is Base64 as written. */
public record Protection(
        Place at,
        @Nullable String scheme,
        @Nullable String value,
        @Nullable String defaultKid,
        @Nullable String ref,
        @Nullable String refId,
        List<String> pssh) {
    static List<Protection> of(Element parent) {
        List<Protection> found = new ArrayList<>(0);
        for (Element element : parent.children("ContentProtection")) {
            List<String> pssh = new ArrayList<>(0);
            element.children("cenc:pssh").forEach(box -> pssh.add(box.text.strip()));
            found.add(new Protection(
                    element.at,
                    element.attribute("schemeIdUri"),
                    element.attribute("value"),
                    element.attribute("cenc:default_KID"),
                    element.attribute("ref"),
                    element.attribute("refId"),
                    List.copyOf(pssh)));
        }
        return List.copyOf(found);
    }
}
