package io.rungwatch.checks.ladder;

import io.rungwatch.check.Ladder;
import io.rungwatch.check.Language;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Audio or subtitle renditions of a multivariant playlist by language, and which rungs lead to them. */
final class Tracks {
    private final Map<String, List<Rendition>> groups = new HashMap<>();
    private final List<OfferedRung> rungs;
    private final Function<Variant, @Nullable String> group;

    /** `group` is the attribute of a row that names a group of this type. */
    Tracks(Ladder ladder, Rendition.Type type, Function<Variant, @Nullable String> group) {
        this.group = group;
        this.rungs = ladder.rungs().stream().filter(OfferedRung::isVideo).toList();
        for (Rendition rendition : ladder.playlist().renditions()) {
            if (rendition.type() == type) {
                groups.computeIfAbsent(rendition.groupId(), id -> new ArrayList<>())
                        .add(rendition);
            }
        }
    }

    boolean none() {
        return groups.isEmpty();
    }

    /** Rows of video rungs whose group has the language. */
    List<Variant> rows(String language) {
        return rungs.stream()
                .flatMap(rung -> rung.rows().stream())
                .filter(row -> has(group.apply(row), language))
                .toList();
    }

    /** Rungs that name groups, none of which has the language. Groups for surround often have fewer: one of a rung's groups is enough. */
    List<OfferedRung> without(String language) {
        return rungs.stream()
                .filter(rung -> rung.rows().stream().anyMatch(row -> group.apply(row) != null))
                .filter(rung -> rung.rows().stream().noneMatch(row -> has(group.apply(row), language)))
                .toList();
    }

    /** A rendition that does not say its language may be any. */
    private boolean has(@Nullable String id, String language) {
        for (Rendition rendition : id == null ? List.<Rendition>of() : groups.getOrDefault(id, List.of())) {
            String offered = rendition.language();
            if (offered == null || Language.serves(offered, language)) {
                return true;
            }
        }
        return false;
    }
}
