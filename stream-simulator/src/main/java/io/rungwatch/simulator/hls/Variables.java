package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Extras;
import io.rungwatch.simulator.stream.HlsFeature;
import java.util.ArrayList;
import java.util.List;

/** EXT-X-DEFINE: puts variables where addresses were, after all else is done to a playlist. */
final class Variables {
    private static final String NAME = "channel";
    private static final String QUERY = "session";

    private Variables() {}

    /** Least playlist version that is needed, or 0. */
    static int version(Extras extras) {
        return extras.has(HlsFeature.QUERY_VARIABLES) ? 11 : extras.has(HlsFeature.VARIABLES) ? 8 : 0;
    }

    static List<String> master(Channel channel) {
        return definitions(channel, "NAME=\"" + NAME + "\",VALUE=\"" + channel.id() + "\"");
    }

    static List<String> media(Channel channel) {
        return definitions(channel, "IMPORT=\"" + NAME + "\"");
    }

    private static List<String> definitions(Channel channel, String byName) {
        List<String> lines = new ArrayList<>(2);
        if (channel.stream().extras().has(HlsFeature.VARIABLES)) {
            lines.add("#EXT-X-DEFINE:" + byName);
        }
        if (channel.stream().extras().has(HlsFeature.QUERY_VARIABLES)) {
            lines.add("#EXT-X-DEFINE:QUERYPARAM=\"" + QUERY + "\"");
        }
        return lines;
    }

    static MasterPlaylist in(Channel channel, MasterPlaylist plain) {
        if (version(channel.stream().extras()) == 0) {
            return plain;
        }
        return plain.withTracks(plain.tracks().stream()
                        .map(row -> row.withUri(replaced(channel, row.uri())))
                        .toList())
                .withVariants(plain.variants().stream()
                        .map(row -> row.withUri(replaced(channel, row.uri())))
                        .toList());
    }

    static MediaPlaylist in(Channel channel, MediaPlaylist plain) {
        return version(channel.stream().extras()) == 0
                ? plain
                : plain.each(row -> row.withUri(replaced(channel, row.uri()))
                        .withMap(row.map() == null ? null : replaced(channel, row.map())));
    }

    private static String replaced(Channel channel, String uri) {
        Extras extras = channel.stream().extras();
        String named = extras.has(HlsFeature.VARIABLES) ? uri.replace(channel.id() + "_", "{$" + NAME + "}_") : uri;
        boolean asks = extras.has(HlsFeature.QUERY_VARIABLES) && !named.contains("?");
        return asks ? named + "?" + QUERY + "={$" + QUERY + "}" : named;
    }
}
