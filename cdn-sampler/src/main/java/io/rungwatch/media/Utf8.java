package io.rungwatch.media;

/** Whether bytes are UTF-8, one after the other. */
final class Utf8 {
    private int left;
    private int lowest;
    private int highest;
    private boolean broken;

    void add(byte next) {
        int value = next & 0xff;
        if (left > 0) {
            broken |= value < lowest || value > highest;
            left--;
            expect(left, 0x80, 0xbf);
        } else if (value >= 0x80) {
            begin(value);
        }
    }

    /** The second byte is what tells an overlong form, a surrogate and a number too great. */
    private void begin(int value) {
        switch (value) {
            case 0xe0 -> expect(2, 0xa0, 0xbf);
            case 0xed -> expect(2, 0x80, 0x9f);
            case 0xf0 -> expect(3, 0x90, 0xbf);
            case 0xf4 -> expect(3, 0x80, 0x8f);
            default -> {
                broken |= value < 0xc2 || value > 0xf4;
                expect(value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3, 0x80, 0xbf);
            }
        }
    }

    private void expect(int more, int from, int to) {
        left = more;
        lowest = from;
        highest = to;
    }

    /** Whether something cannot be UTF-8, whatever follows. */
    boolean broken() {
        return broken;
    }

    /** Whether all of it is. */
    boolean valid() {
        return !broken && left == 0;
    }
}
