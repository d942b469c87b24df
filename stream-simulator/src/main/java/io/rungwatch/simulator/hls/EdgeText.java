package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Directives.Skip;
import java.util.List;

/** The lines that low latency adds. */
final class EdgeText {
    private EdgeText() {}

    static void control(StringBuilder out, Edge edge) {
        out.append("#EXT-X-SERVER-CONTROL:");
        if (edge.blocks()) {
            out.append("CAN-BLOCK-RELOAD=YES,");
        }
        out.append("PART-HOLD-BACK=");
        UtcDate.appendSeconds(out, edge.holdBack());
        if (edge.skipUntil() != null) {
            out.append(",CAN-SKIP-UNTIL=");
            UtcDate.appendSeconds(out, edge.skipUntil());
        }
        if (edge.skipUntil() != null && edge.skipsDateRanges()) {
            out.append(",CAN-SKIP-DATERANGES=YES");
        }
        out.append("\n#EXT-X-PART-INF:PART-TARGET=");
        UtcDate.appendSeconds(out, edge.partTarget());
        out.append('\n');
    }

    static void parts(StringBuilder out, MediaSegment segment) {
        for (MediaSegment.Part part : segment.parts()) {
            out.append("#EXT-X-PART:DURATION=");
            UtcDate.appendSeconds(out, part.duration());
            out.append(",URI=\"")
                    .append(Paths.part(segment.uri(), part.number()))
                    .append('"');
            out.append(part.independent() ? ",INDEPENDENT=YES\n" : "\n");
        }
    }

    static void hint(StringBuilder out, MediaSegment open) {
        out.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"")
                .append(Paths.part(open.uri(), open.parts().size()))
                .append("\"\n");
    }

    static void reports(StringBuilder out, Edge edge) {
        for (Edge.Report report : edge.reports()) {
            out.append("#EXT-X-RENDITION-REPORT:URI=\"").append(report.uri());
            out.append("\",LAST-MSN=").append(report.msn());
            out.append(",LAST-PART=").append(report.part()).append('\n');
        }
    }

    /** Rows that lie wholly before the boundary. */
    static int skipped(MediaPlaylist playlist, Edge edge) {
        if (edge.skip() == Skip.NO || edge.skipUntil() == null) {
            return 0;
        }
        List<MediaSegment> rows = playlist.segments();
        long after = edge.open() == null
                ? 0
                : edge.open().parts().stream()
                        .mapToLong(MediaSegment.Part::duration)
                        .sum();
        int first = rows.size();
        while (first > 0 && after < edge.skipUntil()) {
            first--;
            after += rows.get(first).duration();
        }
        return first;
    }

    /** Date ranges of rows that are left out are told all the same, unless the client knows them too. */
    static void skip(StringBuilder out, MediaPlaylist playlist, Edge edge, int skipped) {
        out.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped);
        if (edge.skip() == Skip.ALL && !edge.removed().isEmpty()) {
            out.append(",RECENTLY-REMOVED-DATERANGES=\"")
                    .append(String.join("\t", edge.removed()))
                    .append('"');
        }
        out.append('\n');
        if (edge.skip() == Skip.SEGMENTS) {
            for (MediaSegment row : playlist.segments().subList(0, skipped)) {
                row.tags().stream()
                        .filter(Cues::isDateRange)
                        .forEach(tag -> out.append(tag).append('\n'));
            }
        }
    }
}
