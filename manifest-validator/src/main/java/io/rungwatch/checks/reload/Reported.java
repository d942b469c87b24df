package io.rungwatch.checks.reload;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.RenditionReport;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import org.jspecify.annotations.Nullable;

/** How far a low-latency playlist has come, or is said to have come: its newest segment number, and the newest part of that one. */
record Reported(long number, long part) {

    static Reported of(MediaPlaylist playlist) {
        int begun = playlist.tail().parts().size();
        if (begun > 0) {
            return new Reported(playlist.endNumber(), begun - 1);
        }
        Segment last = playlist.lastSegment();
        return new Reported(
                playlist.endNumber() - 1, last == null ? -1 : last.parts().size() - 1L);
    }

    /** What a report leaves out is as in the playlist that holds it. */
    static Reported of(RenditionReport report, MediaPlaylist holder) {
        Reported own = of(holder);
        return new Reported(
                report.lastNumber().orElse(own.number()), report.lastPart().orElse(own.part()));
    }

    /** Null where it is true, or not provably wrong. */
    @Nullable
    String contradicts(MediaPlaylist other, double behind) {
        Reported real = of(other);
        long segments = SequenceNumbers.distance(number, real.number());
        if (part < 0 || real.part() < 0) {
            return null;
        }
        if (Math.abs(segments) > 1) {
            return "says " + this + ", but it is " + real;
        }
        Segment last = other.lastSegment();
        long each = segments == 0 ? 0 : last == null ? 0 : last.parts().size();
        if (segments != 0 && each == 0) {
            return null;
        }
        long late = segments * each + real.part() - part;
        return late > behind || -late > behind + 1 ? "says " + this + ", but it is " + real : null;
    }

    /** By the end of the path, for references are relative and their base may be anywhere. */
    static boolean isOf(RenditionReport report, String path) {
        int query = report.uri().indexOf('?');
        String uri = query < 0 ? report.uri() : report.uri().substring(0, query);
        while (uri.startsWith("../") || uri.startsWith("./")) {
            uri = uri.substring(uri.indexOf('/') + 1);
        }
        return !uri.isEmpty() && path.endsWith(uri.startsWith("/") || uri.contains("://") ? tail(uri) : "/" + uri);
    }

    private static String tail(String uri) {
        int host = uri.indexOf("://");
        int slash = host < 0 ? 0 : uri.indexOf('/', host + 3);
        return slash < 0 ? "/" : uri.substring(slash);
    }

    @Override
    public String toString() {
        return "part " + part + " of segment " + SequenceNumbers.text(number);
    }
}
