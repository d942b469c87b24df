package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.media.MediaFile;
import io.rungwatch.simulator.media.SegmentEdit;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Directives;
import io.rungwatch.simulator.stream.LowLatency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts as objects of their own, and when what a client waits for is there. */
final class PartObjects {
    /** Segments whose parts can still be had: more than a playlist lists. */
    private static final long PART_LIFE = 12;

    private PartObjects() {}

    /** When what a client waits for is there, if nothing goes wrong. */
    static long asked(Address.Media media) {
        Directives wanted = media.directives();
        LowLatency spec = media.channel().stream().extras().lowLatency();
        if (spec == null || !wanted.waits()) {
            return Address.UNKNOWN;
        }
        Parts parts = Parts.of(media.channel(), media.rendition(), spec);
        boolean beyond = wanted.part() >= parts.count(wanted.msn());
        long part = wanted.part() < 0 ? Long.MAX_VALUE : wanted.part();
        return beyond ? parts.published(wanted.msn() + 1, 0) : parts.published(wanted.msn(), part);
    }

    static long published(Address.Part part) {
        LowLatency spec = part.channel().stream().extras().lowLatency();
        if (spec == null) {
            return Address.UNKNOWN;
        }
        Parts parts = Parts.of(part.channel(), part.rendition(), spec);
        return part.part() < parts.count(part.number()) ? parts.published(part.number(), part.part()) : Address.UNKNOWN;
    }

    static boolean isOut(Address.Part part, long asOf) {
        long index = part.number();
        long newest = part.channel().timeline().newest(part.rendition(), asOf);
        return index <= newest + 1
                && index >= newest - PART_LIFE
                && published(part) <= asOf
                && part.channel().timeline().breaks().isAd(index) == part.path().startsWith(Paths.ADS);
    }

    static boolean isListed(Address.Part part, @Nullable MediaPlaylist playlist) {
        if (playlist == null || playlist.edge() == null) {
            return false;
        }
        List<MediaSegment> rows = new ArrayList<>(playlist.segments());
        if (playlist.edge().open() != null) {
            rows.add(playlist.edge().open());
        }
        String path = part.whole().path();
        return rows.stream()
                .anyMatch(row -> row.parts().size() > part.part()
                        && Paths.absolute(part.channel(), row.uri()).equals(path));
    }

    static Content content(Address.Part part, long asOf, List<? extends SegmentEdit> edits) {
        String mediaType = Paths.container(part.channel()).mediaType();
        Body body = Media.part(part, edits);
        return new MediaFile(mediaType, part.path(), body, Math.min(asOf, published(part)))
                .edited(part.number(), edits)
                .content();
    }
}
