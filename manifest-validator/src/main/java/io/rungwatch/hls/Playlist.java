package io.rungwatch.hls;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both kinds of playlist have. URIs are as written, variables replaced: who resolves them knows the base. */
public sealed interface Playlist extends HlsDocument permits MultivariantPlaylist, MediaPlaylist {
    Source source();

    boolean has(Tag tag);

    /** 1 when the playlist does not say. */
    int version();

    boolean independentSegments();

    @Nullable
    Start start();

    List<Define> defines();

    /** The values that EXT-X-DEFINE left behind; those of a multivariant playlist are what its media playlists import. */
    Map<String, String> variables();

    List<UnknownTag> unknownTags();

    /** URIs that lead elsewhere than to the playlist's own neighbourhood, one for each host; worked out once, when first asked for. */
    List<Reference> references();
}
