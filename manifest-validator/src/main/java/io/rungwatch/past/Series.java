package io.rungwatch.past;

/**
 * The last rows of some numbers, oldest first. Takes no memory before its first row. Whoever looks through it looks through one column:
 * those stand together, for nothing of this has been touched since the last poll.
 */
public final class Series {
    private static final long[] EMPTY = {};

    private final int capacity;
    private final int width;
    private long[] columns = EMPTY;
    private int first;
    private int size;

    Series(int capacity, int width) {
        this.capacity = capacity;
        this.width = width;
    }

    /** The new row, zeros yet; where it is full, the oldest makes room. */
    void add() {
        if (columns.length == 0) {
            columns = new long[capacity * width];
        }
        if (size < capacity) {
            size++;
        } else {
            first = (first + 1) % capacity;
        }
    }

    void setLast(int column, long value) {
        columns[at(size - 1, column)] = value;
    }

    void clear() {
        size = 0;
        first = 0;
    }

    public int size() {
        return size;
    }

    public long get(int row, int column) {
        return columns[at(row, column)];
    }

    public long last(int column) {
        return get(size - 1, column);
    }

    private int at(int row, int column) {
        int place = first + row;
        return column * capacity + (place < capacity ? place : place - capacity);
    }
}
