package io.rungwatch.media;

import java.util.Optional;

/** Goes through boxes as they arrive, whatever their sizes claim. */
final class BoxWalker {
    private static final int DEEPEST = 8;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    /** Its size follows in 64 bits. */
    private static final int LONG_SIZE = 1;

    /** Up to the end of what is around it. */
    private static final long ENDLESS = Long.MAX_VALUE;

    /** Four question marks. */
    private static final int UNKNOWN = 0x3f3f_3f3f;

    /** Is told what is met. Bytes are only lent. */
    interface Boxes {
        /** The end is counted from the beginning of the segment. */
        void open(BoxType type, int code, int depth, long end);

        /** Of the box that was opened last. */
        void content(byte[] bytes, int from, int to);

        /** Whether all of it was there, or the segment ended before. */
        void close(BoxType type, boolean whole);
    }

    private final Boxes boxes;
    private final byte[] header = new byte[LONG_HEADER];
    private final BoxType[] types = new BoxType[DEEPEST];
    private final int[] codes = new int[DEEPEST];
    private final long[] begins = new long[DEEPEST];
    private final long[] ends = new long[DEEPEST];
    private int depth;
    private int length;
    private int wanted = HEADER;
    private long position;
    private boolean lost;
    private Optional<BoxFault> fault = Optional.empty();

    BoxWalker(Boxes boxes) {
        this.boxes = boxes;
    }

    void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !lost) {
            int taken = inLeaf() ? content(bytes, at, to) : header(bytes[at]);
            at += taken;
            position += taken;
            closeEnded();
        }
    }

    private boolean inLeaf() {
        return depth > 0 && !types[depth - 1].container;
    }

    private int content(byte[] bytes, int from, int to) {
        int taken = (int) Math.min(to - from, ends[depth - 1] - position);
        boxes.content(bytes, from, from + taken);
        return taken;
    }

    private int header(byte next) {
        header[length++] = next;
        if (length == HEADER && new Fields(header, 0, 4).number(4) == LONG_SIZE) {
            wanted = LONG_HEADER;
        }
        if (length == wanted) {
            begin();
        }
        return 1;
    }

    private void begin() {
        Fields fields = new Fields(header, 0, wanted);
        long shortSize = fields.read(4);
        int code = fields.number(4);
        long size = wanted == LONG_HEADER ? fields.read(8) : shortSize;
        long begin = position + 1 - wanted;
        long end = size == 0 && wanted == HEADER ? room() : end(begin, size);
        lost = end < begin + wanted;
        length = 0;
        wanted = HEADER;
        if (lost) {
            fault(BoxFault.Kind.TOO_SMALL, code, begin, position + 1 - end);
        } else {
            push(code, begin, end);
        }
    }

    /** What nobody can have is held below the end of numbers; from half of them on it reads as negative. */
    private static long end(long begin, long size) {
        return size < 0 || size >= ENDLESS - begin ? ENDLESS - 1 : begin + size;
    }

    /** Where what is around the next box ends. */
    private long room() {
        return depth == 0 ? ENDLESS : ends[depth - 1];
    }

    private void push(int code, long begin, long end) {
        if (end > room()) {
            fault(BoxFault.Kind.OVERRUN, code, begin, end - room());
        }
        BoxType type = BoxType.of(code);
        // Deeper than anything that is meant so: what is inside is of no interest.
        types[depth] = type.container && depth == DEEPEST - 1 ? BoxType.OTHER : type;
        codes[depth] = code;
        begins[depth] = begin;
        ends[depth] = Math.min(end, room());
        boxes.open(types[depth], code, depth, ends[depth]);
        depth++;
    }

    private void closeEnded() {
        while (depth > 0 && position >= ends[depth - 1]) {
            // Some bytes at the end of a box that are no box: they are none of the next one either.
            length = 0;
            wanted = HEADER;
            depth--;
            boxes.close(types[depth], true);
        }
    }

    private void fault(BoxFault.Kind kind, int code, long at, long missing) {
        if (fault.isEmpty()) {
            fault = Optional.of(new BoxFault(kind, Fields.text(code), at, missing));
        }
    }

    /** Nothing follows. A box without a size ends here. */
    void end() {
        if (depth > 0 && ends[0] != ENDLESS) {
            fault(BoxFault.Kind.CUT_SHORT, codes[0], begins[0], ends[0] - position);
        } else if (depth == 0 && length > 0) {
            fault(BoxFault.Kind.CUT_SHORT, UNKNOWN, position - length, wanted - length);
        }
        while (depth > 0) {
            depth--;
            boxes.close(types[depth], ends[depth] == ENDLESS);
        }
        length = 0;
    }

    Optional<BoxFault> fault() {
        return fault;
    }
}
