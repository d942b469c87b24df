package io.rungwatch.hls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A multivariant playlist: the ladder and its groups. */
public final class MultivariantPlaylist implements Playlist {
    /** More than this and the one who polls them all is the attack. */
    public static final int MAX_POLLED = 200;

    private final Source source;
    private final List<Problem> problems;
    private final boolean malformed;
    private final long seen;
    private final int version;
    private final @Nullable Start start;
    private final List<Define> defines;
    private final Map<String, String> variables;
    private final List<UnknownTag> unknownTags;
    private final List<Variant> variants;
    private final List<Variant> iFrameVariants;
    private final List<Rendition> renditions;
    private final List<SessionData> sessionData;
    private final List<Key> sessionKeys;
    private final @Nullable ContentSteering contentSteering;
    private final List<String> mediaUris;

    private volatile @Nullable List<Reference> references;

    MultivariantPlaylist(Reading reading) {
        MultivariantBuilder multivariant = reading.multivariant;
        source = new Source(reading.bytes);
        seen = reading.seen;
        version = reading.version;
        start = reading.start;
        defines = List.copyOf(reading.defines);
        variables = Map.copyOf(reading.variables.values());
        unknownTags = List.copyOf(reading.unknown);
        variants = List.copyOf(multivariant.variants);
        iFrameVariants = List.copyOf(multivariant.iFrameVariants);
        renditions = List.copyOf(multivariant.renditions);
        sessionData = List.copyOf(multivariant.sessionData);
        sessionKeys = List.copyOf(multivariant.sessionKeys);
        contentSteering = multivariant.contentSteering;
        mediaUris = mediaUris(reading.problems);
        malformed = reading.problems.anyHard();
        problems = reading.problems.toList();
    }

    private List<String> mediaUris(Problems found) {
        Set<String> uris = new LinkedHashSet<>();
        variants.forEach(variant -> uris.add(variant.uri()));
        for (Rendition rendition : renditions) {
            if (rendition.uri() != null) {
                uris.add(rendition.uri());
            }
        }
        iFrameVariants.forEach(variant -> uris.add(variant.uri()));
        uris.remove("");
        if (uris.size() > MAX_POLLED) {
            found.add(ProblemKind.TOO_MANY_RENDITIONS, 1, 1, uris.size() + " media playlists");
        }
        return uris.stream().limit(MAX_POLLED).toList();
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public boolean malformed() {
        return malformed;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public boolean has(Tag tag) {
        return (seen & tag.bit()) != 0;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean independentSegments() {
        return has(Tag.INDEPENDENT_SEGMENTS);
    }

    @Override
    public @Nullable Start start() {
        return start;
    }

    @Override
    public List<Define> defines() {
        return defines;
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public List<UnknownTag> unknownTags() {
        return unknownTags;
    }

    @Override
    public List<Reference> references() {
        List<Reference> known = references;
        if (known == null) {
            // Whoever comes second works out the same.
            known = References.of(this);
            references = known;
        }
        return known;
    }

    /** The rows of EXT-X-STREAM-INF in their order. */
    public List<Variant> variants() {
        return variants;
    }

    /** The rows of EXT-X-I-FRAME-STREAM-INF. */
    public List<Variant> iFrameVariants() {
        return iFrameVariants;
    }

    /** The rows of EXT-X-MEDIA. */
    public List<Rendition> renditions() {
        return renditions;
    }

    public List<SessionData> sessionData() {
        return sessionData;
    }

    public List<Key> sessionKeys() {
        return sessionKeys;
    }

    public @Nullable ContentSteering contentSteering() {
        return contentSteering;
    }

    /** Each media playlist once: variants, then renditions, then I-frame rows; at most {@link #MAX_POLLED}. */
    public List<String> mediaUris() {
        return mediaUris;
    }
}
