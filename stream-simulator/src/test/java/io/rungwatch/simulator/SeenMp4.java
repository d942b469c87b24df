package io.rungwatch.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fragments of fMP4 as a careful client would read them. */
record SeenMp4(List<Fragment> fragments) {
    record Fragment(long number, long start, long duration, List<Integer> sizes, List<Boolean> keys, byte[] data) {
        long end() {
            return start + duration * sizes.size();
        }
    }

    static SeenMp4 of(byte[] file) {
        List<Fragment> fragments = new ArrayList<>();
        ByteBuffer boxes = ByteBuffer.wrap(file);
        ByteBuffer moof = boxes;
        while (boxes.hasRemaining()) {
            int at = boxes.position();
            int length = boxes.getInt();
            String type = type(boxes);
            ByteBuffer box = boxes.slice(at, length);
            if (type.equals("moof")) {
                moof = box;
            } else if (type.equals("mdat")) {
                byte[] data = new byte[length - 8];
                box.get(8, data);
                fragments.add(fragment(moof, data));
            }
            boxes.position(at + length);
        }
        return new SeenMp4(fragments);
    }

    private static Fragment fragment(ByteBuffer moof, byte[] data) {
        ByteBuffer run = inside(moof, "trun");
        int count = run.getInt(4);
        if (run.getInt(8) != moof.capacity() + 8) {
            throw new AssertionError("the run does not point to the data");
        }
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sizes.add(run.getInt(12 + 8 * i));
            keys.add((run.getInt(16 + 8 * i) & 0x1_0000) == 0);
        }
        return new Fragment(
                inside(moof, "mfhd").getInt(4),
                inside(moof, "tfdt").getLong(4),
                inside(moof, "tfhd").getInt(8),
                sizes,
                keys,
                data);
    }

    /** What follows the type of the first such box. */
    static ByteBuffer inside(ByteBuffer boxes, String type) {
        for (int at = 4; at + 4 <= boxes.capacity(); at++) {
            if (type(boxes.duplicate().position(at)).equals(type)) {
                return boxes.slice(at + 4, boxes.capacity() - at - 4);
            }
        }
        throw new AssertionError("no " + type);
    }

    private static String type(ByteBuffer boxes) {
        byte[] letters = new byte[4];
        boxes.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
