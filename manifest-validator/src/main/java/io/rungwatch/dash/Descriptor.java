package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scheme and a value: UTCTiming, Role, EssentialProperty and their like. */
public record Descriptor(
        Place at,
        @Nullable String scheme,
        @Nullable String value,
        @Nullable String id) {
    static List<Descriptor> of(Element parent, String name) {
        List<Descriptor> found = new ArrayList<>(0);
        for (Element element : parent.children(name)) {
            found.add(new Descriptor(
                    element.at, element.attribute("schemeIdUri"), element.attribute("value"), element.attribute("id")));
        }
        return List.copyOf(found);
    }

    public boolean is(String wanted) {
        return scheme != null && scheme.equalsIgnoreCase(wanted);
    }
}
