package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.HlsFeature;

/** The right to fetch something, for a while: each address has it in its query. Any token opens every door here. */
final class Tokens {
    private static final long EVERY = 300_000;

    private Tokens() {}

    static MasterPlaylist in(Channel channel, MasterPlaylist plain, long at) {
        return !any(channel)
                ? plain
                : plain.withTracks(plain.tracks().stream()
                                .map(row -> row.withUri(with(row.uri(), at)))
                                .toList())
                        .withVariants(plain.variants().stream()
                                .map(row -> row.withUri(with(row.uri(), at)))
                                .toList());
    }

    static MediaPlaylist in(Channel channel, MediaPlaylist plain, long at) {
        return !any(channel)
                ? plain
                : plain.each(row ->
                        row.withUri(with(row.uri(), at)).withMap(row.map() == null ? null : with(row.map(), at)));
    }

    private static boolean any(Channel channel) {
        return channel.stream().extras().has(HlsFeature.TOKENS);
    }

    private static String with(String uri, long at) {
        return uri + (uri.contains("?") ? "&" : "?") + "token=" + Long.toHexString(at / EVERY);
    }
}
