package io.rungwatch.dash;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Representation in its Period with all that it inherits.
 *
 * @param kinds all ways of addressing that its nearest level with any gives: exactly one is right
 */
public record Track(
        AdaptationSet set,
        Representation representation,
        Addressing addressing,
        List<SegmentInfo.Kind> kinds,
        List<Protection> protections,
        List<List<BaseUrl>> baseUrls) {
    /** What alternatives on all levels may multiply to. */
    private static final int MOST = 16;

    public String name() {
        return set.name() + " " + representation.name();
    }

    /** Where this Representation's files may lie, the best first. What is no URL is left out: checks of its own tell that. */
    public List<Url> bases(Url manifest) {
        List<Url> bases = List.of(manifest);
        for (List<BaseUrl> level : baseUrls) {
            if (!level.isEmpty()) {
                bases = resolved(bases, level);
            }
        }
        return bases;
    }

    private static List<Url> resolved(List<Url> bases, List<BaseUrl> level) {
        List<Url> found = new ArrayList<>();
        for (BaseUrl alternative : level) {
            for (Url base : bases) {
                if (found.size() < MOST) {
                    try {
                        found.add(base.resolve(alternative.text()));
                    } catch (BadUrl e) {
                        // The next alternative may do.
                    }
                }
            }
        }
        return found;
    }

    /** Of the segment with this place in its Period; empty where the manifest names none, or nothing that may be fetched. */
    public Optional<Url> segment(Url base, long index) {
        return resolve(base, addressing.media(index, representation));
    }

    public Optional<Url> initialization(Url base) {
        return resolve(base, addressing.initialization(representation));
    }

    private static Optional<Url> resolve(Url base, Optional<String> reference) {
        try {
            return reference.isEmpty() ? Optional.empty() : Optional.of(base.resolve(reference.get()));
        } catch (BadUrl e) {
            return Optional.empty();
        }
    }
}
