package io.rungwatch.media;

import java.util.Optional;

/** Where pictures, parameter sets and the rest begin in a video stream, and how to tell them apart. */
enum VideoUnits {
    AVC(1) {
        @Override
        int type(byte[] unit) {
            return unit[0] & 0x1f;
        }

        @Override
        boolean isPicture(int type) {
            return type >= 1 && type <= 5;
        }

        @Override
        boolean isKeyframe(int type, byte[] unit) {
            return type == 5;
        }

        @Override
        boolean isSequence(int type) {
            return type == 7;
        }

        @Override
        boolean isMessage(int type) {
            return type == 6;
        }

        @Override
        Optional<Sps> sequence(byte[] unit, int length) {
            return AvcSps.read(unit, 1, length, "avc1");
        }
    },
    HEVC(2) {
        @Override
        int type(byte[] unit) {
            return unit[0] >> 1 & 0x3f;
        }

        @Override
        boolean isPicture(int type) {
            return type < 32;
        }

        @Override
        boolean isKeyframe(int type, byte[] unit) {
            return type >= 16 && type <= 23;
        }

        @Override
        boolean isSequence(int type) {
            return type == 33;
        }

        @Override
        boolean isMessage(int type) {
            return type == 39;
        }

        @Override
        Optional<Sps> sequence(byte[] unit, int length) {
            return HevcSps.read(unit, 2, length, "hvc1");
        }
    },
    /** Start codes in place of NAL units; what kind of picture it is stands behind ten bits of its number. */
    MPEG2(3) {
        @Override
        int type(byte[] unit) {
            return unit[0] & 0xff;
        }

        @Override
        boolean isPicture(int type) {
            return type == 0;
        }

        @Override
        boolean isKeyframe(int type, byte[] unit) {
            return type == 0 && (unit[2] >> 3 & 7) == 1;
        }

        @Override
        boolean isSequence(int type) {
            return type == 0xb3;
        }

        @Override
        boolean isMessage(int type) {
            return false;
        }

        @Override
        Optional<Sps> sequence(byte[] unit, int length) {
            return Mpeg2Sequence.read(unit, length);
        }
    };

    /** How many bytes tell all that is asked below. */
    final int header;

    VideoUnits(int header) {
        this.header = header;
    }

    abstract int type(byte[] unit);

    abstract boolean isPicture(int type);

    abstract boolean isKeyframe(int type, byte[] unit);

    /** Whether it says how large pictures are. */
    abstract boolean isSequence(int type);

    /** Supplemental enhancement information. */
    abstract boolean isMessage(int type);

    abstract Optional<Sps> sequence(byte[] unit, int length);
}
