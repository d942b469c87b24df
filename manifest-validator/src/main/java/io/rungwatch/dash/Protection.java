package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ContentProtection; `pssh` is Base64 as written, cut when it is longer than any can be. */
public record Protection(
        Place at,
        @Nullable String scheme,
        @Nullable String value,
        @Nullable String defaultKid,
        @Nullable String ref,
        @Nullable String refId,
        List<String> pssh) {
    public static final int LONGEST_PSSH = 64 << 10;
    static final String PSSH = "cenc:pssh";

    static List<Protection> of(Element parent) {
        List<Protection> found = new ArrayList<>(0);
        for (Element element : parent.children("ContentProtection")) {
            List<String> pssh = new ArrayList<>(0);
            element.children(PSSH).forEach(box -> pssh.add(cut(box.text.strip())));
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

    /** One character more shows that it is too long. */
    private static String cut(String text) {
        return text.length() > LONGEST_PSSH ? text.substring(0, LONGEST_PSSH + 1) : text;
    }
}
