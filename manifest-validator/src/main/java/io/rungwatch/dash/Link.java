package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Location, a PatchLocation or an xlink:href: an address that stands for something else. */
public record Link(
        Place at,
        String element,
        String url,
        @Nullable String actuate,
        @Nullable Long timeToLive) {
    public static final String NOTHING_THERE = "urn:mpeg:dash:resolve-to-zero:2013";

    static List<Link> texts(Element parent, String name, Values values) {
        List<Link> found = new ArrayList<>(0);
        for (Element element : parent.children(name)) {
            if (found.size() < BaseUrl.MOST) {
                found.add(new Link(element.at, name, element.text.strip(), null, values.seconds(element, "ttl")));
            }
        }
        return List.copyOf(found);
    }

    /** Null where the element is here in full. */
    static @Nullable Link remote(Element element) {
        String href = element.attribute("xlink:href");
        return href == null
                ? null
                : new Link(element.at, element.name, href.strip(), element.attribute("xlink:actuate"), null);
    }
}
