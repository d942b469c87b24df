package io.rungwatch.round;

import io.rungwatch.exchange.BodyReader;
import io.rungwatch.exchange.Secured;
import io.rungwatch.media.Look;
import io.rungwatch.media.MediaReader;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Counts a segment as it comes and, where somebody wants to know, looks into it. */
final class SegmentReader implements BodyReader {
    /** One packet of a transport stream. */
    static final int HEAD = 188;

    private final CRC32C crc = new CRC32C();
    private final Optional<MediaReader> media;
    private Optional<Secured> secured = Optional.empty();
    private final CRC32C headCrc = new CRC32C();
    private long bytes;

    SegmentReader(Optional<MediaReader> media) {
        this.media = media;
    }

    @Override
    public void add(byte[] piece, int offset, int length) {
        if (bytes < HEAD) {
            headCrc.update(piece, offset, (int) Math.min(length, HEAD - bytes));
        }
        bytes += length;
        crc.update(piece, offset, length);
        if (media.isPresent()) {
            media.get().add(piece, offset, length);
        }
    }

    @Override
    public void over(Secured connection) {
        secured = Optional.of(connection);
    }

    Optional<Secured> secured() {
        return secured;
    }

    Print print() {
        return new Print(bytes, (int) crc.getValue());
    }

    /** Of what it begins with. */
    Print head() {
        return new Print(Math.min(bytes, HEAD), (int) headCrc.getValue());
    }

    Optional<Look> look() {
        return media.map(MediaReader::look);
    }
}
