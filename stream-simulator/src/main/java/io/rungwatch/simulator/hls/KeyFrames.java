package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Rendition;
import java.util.ArrayList;
import java.util.List;

/** A rung's playlist of key frames, as byte ranges at the head of each segment. */
final class KeyFrames {
    private static final int VERSION = 4;

    private KeyFrames() {}

    static MediaPlaylist of(MediaPlaylist media, Channel channel, Rendition rendition) {
        List<String> head = new ArrayList<>(media.head());
        head.add("#EXT-X-I-FRAMES-ONLY");
        return media.withEdge(null)
                .withHead(head)
                .withVersion(Math.max(VERSION, media.version()))
                .each(row -> row.withByteRange(range(channel, rendition, row)));
    }

    private static String range(Channel channel, Rendition rendition, MediaSegment row) {
        String own = row.byteRange();
        long from = own == null ? 0 : Long.parseLong(own.substring(own.indexOf('@') + 1));
        return Media.keyFrame(channel, rendition) + "@" + from;
    }
}
