package io.rungwatch.media;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Audio whose frames each say how long they are. */
public enum AudioFormat {
    ADTS {
        @Override
        @Nullable
        AudioFrame frame(byte[] head, int at) {
            return AudioFrames.adts(head, at);
        }
    },
    AC3 {
        @Override
        @Nullable
        AudioFrame frame(byte[] head, int at) {
            return AudioFrames.ac3(head, at);
        }
    },
    EAC3 {
        @Override
        @Nullable
        AudioFrame frame(byte[] head, int at) {
            return AudioFrames.eac3(head, at);
        }
    },
    MPEG {
        @Override
        @Nullable
        AudioFrame frame(byte[] head, int at) {
            return AudioFrames.mpeg(head, at);
        }
    };

    /** So many bytes of a frame say all about it. */
    static final int HEAD = 7;

    /** What the frame that begins here says of itself, or null where none does. */
    abstract @Nullable AudioFrame frame(byte[] head, int at);

    /** Which one begins here; the next frame must fit, too. Only Dolby has frames so long, and a mark so sure, that one may do. */
    static Optional<AudioFormat> find(byte[] bytes, int end) {
        return Arrays.stream(values())
                .filter(format -> format.begins(bytes, 0, end))
                .findFirst();
    }

    private boolean begins(byte[] bytes, int at, int end) {
        AudioFrame first = at + HEAD <= end ? frame(bytes, at) : null;
        if (first == null) {
            return false;
        }
        int next = at + first.length();
        boolean sure = this == AC3 || this == EAC3 || next == end;
        return next + HEAD > end ? sure : frame(bytes, next) != null;
    }
}
