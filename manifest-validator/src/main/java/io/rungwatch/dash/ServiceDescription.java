package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far behind live the service wants to be watched, in milliseconds, and how much a player may hurry or dawdle. */
public record ServiceDescription(
        Place at,
        @Nullable Long target,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Double slowest,
        @Nullable Double fastest) {
    static List<ServiceDescription> of(Element parent, Values values) {
        List<ServiceDescription> found = new ArrayList<>(0);
        Element nothing = new Element("", parent.at);
        for (Element element : parent.children("ServiceDescription")) {
            Element latency = element.child("Latency");
            Element rate = element.child("PlaybackRate");
            Element l = latency == null ? nothing : latency;
            Element r = rate == null ? nothing : rate;
            found.add(new ServiceDescription(
                    l.at,
                    values.whole(l, "target"),
                    values.whole(l, "min"),
                    values.whole(l, "max"),
                    values.real(r, "min"),
                    values.real(r, "max")));
        }
        return List.copyOf(found);
    }
}
