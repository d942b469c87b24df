package io.rungwatch.checks.across;

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

    /** Where a reference in the playlist at this path leads, without its query. */
    static String path(String base, String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        int host = path.indexOf("://");
        if (host > 0) {
            int slash = path.indexOf('/', host + 3);
            return slash < 0 ? "/" : path.substring(slash);
        }
        if (path.startsWith("/")) {
            return path;
        }
        String folder = base.substring(0, base.lastIndexOf('/') + 1);
        while (path.startsWith("../") && folder.length() > 1) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            path = path.substring(3);
        }
        return folder + (path.startsWith("./") ? path.substring(2) : path);
    }

    @Override
    public String toString() {
        return "part " + part + " of segment " + SequenceNumbers.text(number);
    }
}
