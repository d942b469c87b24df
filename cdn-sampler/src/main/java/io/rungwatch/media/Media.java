package io.rungwatch.media;

import java.util.Optional;

/** Reads media segments of any kind; the first bytes tell which. */
public final class Media {
    private Media() {}

    public static MediaReader reader() {
        return new FrontReader(Optional.empty());
    }

    /** For a media segment of fragmented MP4, which says little without its init section. */
    public static MediaReader reader(Init init) {
        return new FrontReader(Optional.of(init));
    }

    public static Look look(byte[] segment) {
        return look(reader(), segment);
    }

    public static Look look(byte[] segment, Init init) {
        return look(reader(init), segment);
    }

    private static Look look(MediaReader reader, byte[] segment) {
        reader.add(segment, 0, segment.length);
        return reader.look();
    }
}
