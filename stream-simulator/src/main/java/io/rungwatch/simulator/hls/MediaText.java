package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Directives.Skip;
import org.jspecify.annotations.Nullable;

/** The lines of a media playlist, in their order. */
final class MediaText {
    private final MediaPlaylist playlist;
    private final Channel channel;
    private final StringBuilder out;
    private final int skipped;
    private @Nullable String map;
    private @Nullable String key;

    MediaText(MediaPlaylist playlist, Channel channel) {
        this.playlist = playlist;
        this.channel = channel;
        out = new StringBuilder(256 + playlist.segments().size() * 100);
        skipped = playlist.edge() == null ? 0 : EdgeText.skipped(playlist, playlist.edge());
    }

    String write() {
        head();
        Edge edge = playlist.edge();
        int lost = skipped == 0 || edge == null ? 0 : edge.lost();
        for (int i = 0; i < playlist.segments().size(); i++) {
            MediaSegment segment = playlist.segments().get(i);
            if (i >= skipped + lost) {
                append(segment);
            } else {
                // What holds for a row that is left out holds for the next too.
                map = segment.map();
                key = segment.key();
            }
        }
        if (edge != null) {
            tail(edge);
        }
        return playlist.ended() ? out.append("#EXT-X-ENDLIST\n").toString() : out.toString();
    }

    private void head() {
        out.append("#EXTM3U\n#EXT-X-VERSION:").append(version()).append('\n');
        if (playlist.targetDuration() != null) {
            out.append("#EXT-X-TARGETDURATION:")
                    .append(playlist.targetDuration())
                    .append('\n');
        }
        if (playlist.edge() != null) {
            EdgeText.control(out, playlist.edge());
        }
        out.append("#EXT-X-MEDIA-SEQUENCE:").append(playlist.mediaSequence()).append('\n');
        if (playlist.discontinuitySequence() != null) {
            out.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(playlist.discontinuitySequence())
                    .append('\n');
        }
        if (playlist.type() != null) {
            out.append("#EXT-X-PLAYLIST-TYPE:").append(playlist.type()).append('\n');
        }
        playlist.head().forEach(line -> out.append(line).append('\n'));
        if (skipped > 0 && playlist.edge() != null) {
            EdgeText.skip(out, playlist, playlist.edge(), skipped);
        }
    }

    /** To leave out date ranges is the youngest thing of all. */
    private int version() {
        boolean ranges =
                skipped > 0 && playlist.edge() != null && playlist.edge().skip() == Skip.ALL;
        return ranges ? Math.max(10, playlist.version()) : playlist.version();
    }

    private void append(MediaSegment segment) {
        before(segment);
        if (playlist.edge() != null) {
            EdgeText.parts(out, segment);
        }
        out.append("#EXTINF:");
        UtcDate.appendSeconds(out, segment.duration());
        out.append(",\n");
        if (segment.byteRange() != null) {
            out.append("#EXT-X-BYTERANGE:").append(segment.byteRange()).append('\n');
        }
        out.append(segment.uri()).append('\n');
    }

    /** The lines that hold for a segment whether it is whole or not. */
    private void before(MediaSegment segment) {
        if (segment.discontinuity()) {
            out.append("#EXT-X-DISCONTINUITY\n");
        }
        // A key holds for the init sections after it, and those are clear.
        if (segment.map() != null && !segment.map().equals(map)) {
            out.append("#EXT-X-MAP:URI=\"").append(segment.map()).append("\"\n");
        }
        map = segment.map();
        if (segment.key() != null && !segment.key().equals(key)) {
            out.append(segment.key()).append('\n');
        }
        key = segment.key();
        for (String tag : segment.tags()) {
            out.append(tag).append('\n');
        }
        if (segment.start() != null) {
            out.append("#EXT-X-PROGRAM-DATE-TIME:");
            LocalDate.append(out, channel, segment.start());
            out.append('\n');
        }
    }

    private void tail(Edge edge) {
        MediaSegment open = edge.open();
        if (open != null) {
            if (!open.parts().isEmpty()) {
                before(open);
                EdgeText.parts(out, open);
            }
            EdgeText.hint(out, open);
        }
        EdgeText.reports(out, edge);
    }
}
