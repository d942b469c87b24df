package io.rungwatch.check;

import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The renditions of one type in a multivariant playlist, and which rungs lead to them. */
final class HlsOffer implements Tracks.Offer {
    private final Map<String, List<Rendition>> groups = new HashMap<>();
    private final List<OfferedRung> rungs;
    private final List<Variant> rows;
    private final Function<Variant, @Nullable String> group;

    /** `group` is the attribute of a row that names a group of this type. */
    HlsOffer(Ladder ladder, Rendition.Type type, Function<Variant, @Nullable String> group) {
        this.group = group;
        this.rows = ladder.playlist().variants();
        this.rungs = ladder.rungs().stream().filter(OfferedRung::isVideo).toList();
        for (Rendition rendition : ladder.playlist().renditions()) {
            if (rendition.type() == type) {
                groups.computeIfAbsent(rendition.groupId(), id -> new ArrayList<>())
                        .add(rendition);
            }
        }
    }

    @Override
    public boolean none() {
        return groups.isEmpty();
    }

    @Override
    public boolean mayBeMuxed() {
        return true;
    }

    @Override
    public List<Tracks.Track> in(String language) {
        return rungs.stream()
                .flatMap(rung -> rung.rows().stream())
                .filter(row -> has(group.apply(row), language))
                .map(row -> new Tracks.Track(row.line(), row.codecs()))
                .toList();
    }

    /** Groups for surround often have fewer languages: one of a rung's groups is enough. */
    @Override
    public List<Integer> rungsWithout(String language) {
        return rungs.stream()
                .filter(rung -> rung.rows().stream().anyMatch(row -> group.apply(row) != null))
                .filter(rung -> rung.rows().stream().noneMatch(row -> has(group.apply(row), language)))
                .map(rung -> rung.row().line())
                .toList();
    }

    private boolean has(@Nullable String id, String language) {
        for (Rendition rendition : id == null ? List.<Rendition>of() : groups.getOrDefault(id, List.of())) {
            String offered = rendition.language();
            if (offered == null || Language.serves(offered, language)) {
                return true;
            }
        }
        return false;
    }

    /** NONE promises that no rung has captions, so that players may drop their button. */
    @Override
    public Optional<Tracks.Contradiction> contradiction() {
        Variant none = null;
        Variant some = null;
        for (Variant row : rows) {
            none = none == null && row.closedCaptionsNone() ? row : none;
            some = some == null && row.closedCaptionsGroup() != null ? row : some;
        }
        return none == null || some == null
                ? Optional.empty()
                : Optional.of(new Tracks.Contradiction(
                        none.line(),
                        "CLOSED-CAPTIONS=NONE, but line " + some.line() + " has the group "
                                + some.closedCaptionsGroup()));
    }
}
