package io.rungwatch.linked;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Who steers players says: in which order to take the pathways (of DASH: the service locations), and when to ask again.
 *
 * @param priority null where there is no list of them
 */
public record SteeringManifest(
        OptionalDouble version,
        OptionalDouble ttl,
        @Nullable List<String> priority,
        List<Clone> clones) {
    private static final String[] PRIORITIES = {"PATHWAY-PRIORITY", "SERVICE-LOCATION-PRIORITY"};

    /** A pathway that is another one under another address. */
    public record Clone(@Nullable String base, @Nullable String id, boolean hasReplacement) {}

    public static SteeringManifest read(byte[] body) throws BadJson {
        Fields fields = Fields.of(JsonText.read(body));
        List<String> priority = null;
        for (String name : PRIORITIES) {
            List<?> list = fields.list(name);
            if (list != null && priority == null) {
                priority = list.stream().map(String::valueOf).toList();
            }
        }
        return new SteeringManifest(fields.number("VERSION"), fields.number("TTL"), priority, clones(fields));
    }

    private static List<Clone> clones(Fields fields) {
        List<?> list = fields.list("PATHWAY-CLONES");
        List<Clone> clones = new ArrayList<>(0);
        for (Object one : list == null ? List.of() : list) {
            Fields clone = Fields.of(one);
            clones.add(new Clone(clone.text("BASE-ID"), clone.text("ID"), clone.hasObject("URI-REPLACEMENT")));
        }
        return List.copyOf(clones);
    }
}
