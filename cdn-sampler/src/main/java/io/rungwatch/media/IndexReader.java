package io.rungwatch.media;

/** Reads sidx: ISO 14496-12, 8.16.3. */
final class IndexReader implements Rows.Table {
    private static final int VERSION = 4;
    private static final int HEAD = 20;
    private static final int LONG_HEAD = 28;
    private static final int REFERENCE = 12;

    private final long end;
    private int head;
    private long referenceId;
    private long timescale;
    private long earliest;
    private long firstOffset;
    private int expected = -1;
    private int references;
    private long bytes;
    private long duration;
    private boolean sap;
    private int sapType;

    IndexReader(long end) {
        this.end = end;
    }

    static Rows rows(IndexReader reader) {
        return new Rows(VERSION, reader);
    }

    @Override
    public int take(Fields row) {
        if (head == 0) {
            head = row.number(1) == 0 ? HEAD : LONG_HEAD;
            return head;
        } else if (expected < 0) {
            head(row);
        } else {
            reference(row);
        }
        return references < expected ? REFERENCE : 0;
    }

    private void head(Fields row) {
        int width = head == HEAD ? 4 : 8;
        referenceId = row.read(4);
        timescale = row.read(4);
        earliest = row.read(width);
        firstOffset = row.read(width);
        row.skip(2);
        expected = row.number(2);
    }

    private void reference(Fields row) {
        bytes += row.read(4) & 0x7fff_ffff;
        duration += row.read(4);
        int access = row.number(4);
        if (references++ == 0) {
            sap = access < 0;
            sapType = access >>> 28 & 7;
        }
    }

    SegmentIndex facts() {
        return new SegmentIndex(
                referenceId, timescale, earliest, firstOffset, references, bytes, duration, sap, sapType, end);
    }
}
