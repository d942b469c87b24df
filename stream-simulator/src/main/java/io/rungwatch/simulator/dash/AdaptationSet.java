package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Rendition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Representations that a player may switch between.
 *
 * @param kid default key of what is encrypted
 */
public record AdaptationSet(
        int id,
        List<Representation> representations,
        Template template,
        @Nullable String kid) {
    /** Its id is the same in all Periods. */
    public record Representation(String id, Rendition rendition) {}

    public Rendition.Type type() {
        return representations.getFirst().rendition().type();
    }

    public AdaptationSet withRepresentations(List<Representation> others) {
        return new AdaptationSet(id, others, template, kid);
    }

    public AdaptationSet withTemplate(Template other) {
        return new AdaptationSet(id, representations, other, kid);
    }

    public AdaptationSet withKid(@Nullable String other) {
        return new AdaptationSet(id, representations, template, other);
    }
}
