package io.rungwatch.media;

/** Reads trun: ISO 14496-12, 8.8.8. */
final class RunReader implements Rows.Table {
    static final int HEAD = 8;
    private static final int OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATION = 0x100;
    private static final int SIZE = 0x200;
    private static final int FLAGS = 0x400;
    private static final int COMPOSITION = 0x800;

    private final FragmentReader fragment;
    private boolean headed;
    private boolean optionsRead;
    private int version;
    private int flags;
    private long left;
    private long firstFlags = -1;

    RunReader(FragmentReader fragment) {
        this.fragment = fragment;
    }

    @Override
    public int take(Fields row) {
        if (!headed) {
            head(row);
        } else if (!optionsRead) {
            options(row);
        } else {
            sample(row);
        }
        return next();
    }

    private void head(Fields row) {
        headed = true;
        version = row.number(1);
        flags = row.number(3);
        left = row.read(4);
    }

    private void options(Fields row) {
        optionsRead = true;
        row.skip((flags & OFFSET) != 0 ? 4 : 0);
        firstFlags = (flags & FIRST_FLAGS) != 0 ? row.read(4) : -1;
    }

    private int next() {
        int options = 4 * Integer.bitCount(flags & (OFFSET | FIRST_FLAGS));
        if (!optionsRead && options > 0) {
            return options;
        }
        optionsRead = true;
        int width = 4 * Integer.bitCount(flags & (DURATION | SIZE | FLAGS | COMPOSITION));
        if (width == 0 && left > 0) {
            // Thousands of millions may be claimed where nothing is said of any; they are not counted one by one.
            fragment.samples(left, -1, -1, firstFlags, 0);
            left = 0;
        }
        return left > 0 ? width : 0;
    }

    private void sample(Fields row) {
        long duration = (flags & DURATION) != 0 ? row.read(4) : -1;
        long size = (flags & SIZE) != 0 ? row.read(4) : -1;
        long own = (flags & FLAGS) != 0 ? row.read(4) : -1;
        int composition = (flags & COMPOSITION) != 0 ? row.number(4) : 0;
        fragment.samples(
                1,
                duration,
                size,
                firstFlags >= 0 ? firstFlags : own,
                version == 0 ? Integer.toUnsignedLong(composition) : composition);
        firstFlags = -1;
        left--;
    }
}
