package io.rungwatch.simulator.media;

import java.util.Arrays;

/** What fMP4 wants of a frame that MPEG-TS has otherwise. */
interface Codec {
    static Codec of(String name) {
        return switch (name.substring(0, 4)) {
            case "avc1" -> NalUnits.AVC;
            case "hvc1" -> NalUnits.HEVC;
            case "mp4a" -> new Adts();
            default -> new Whole();
        };
    }

    byte[] sample(byte[] stream);

    /** Can it be shown without any other? */
    boolean isKey(byte[] sample);

    /** Sound whose frames are the same in both. */
    record Whole() implements Codec {
        @Override
        public byte[] sample(byte[] stream) {
            return stream;
        }

        @Override
        public boolean isKey(byte[] sample) {
            return true;
        }
    }

    /** Sound, whose frames say each by itself what the init section says once. */
    record Adts() implements Codec {
        private static final int HEADER = 7;

        @Override
        public byte[] sample(byte[] stream) {
            return Arrays.copyOfRange(stream, HEADER, stream.length);
        }

        @Override
        public boolean isKey(byte[] sample) {
            return true;
        }
    }
}
