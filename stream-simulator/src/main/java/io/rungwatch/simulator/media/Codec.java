package io.rungwatch.simulator.media;

import java.util.Arrays;

/** What fMP4 wants of a frame that MPEG-TS has otherwise. */
interface Codec {
    static Codec of(String name) {
        return name.startsWith("avc1") ? NalUnits.AVC : name.startsWith("hvc1") ? NalUnits.HEVC : new Adts();
    }

    byte[] sample(byte[] stream);

    /** Can it be shown without any other? */
    boolean isKey(byte[] sample);

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
