package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several alternatives on one level; availability as in SegmentTemplate. */
public record BaseUrl(
        Place at,
        String text,
        @Nullable String serviceLocation,
        @Nullable Long availabilityTimeOffset,
        @Nullable Boolean availabilityTimeComplete) {
    static final int MOST = 16;

    static List<BaseUrl> of(Element parent, Values values) {
        List<BaseUrl> found = new ArrayList<>(0);
        for (Element element : parent.children("BaseURL")) {
            if (found.size() == MOST) {
                values.problems().add(ProblemKind.TOO_MANY_BASE_URLS, element.at, parent.name);
                break;
            }
            found.add(new BaseUrl(
                    element.at,
                    element.text.strip(),
                    element.attribute("serviceLocation"),
                    values.seconds(element, "availabilityTimeOffset"),
                    values.truth(element, "availabilityTimeComplete")));
        }
        return List.copyOf(found);
    }
}
