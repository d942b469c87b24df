package io.rungwatch.simulator.media;

/** What the frames of a loop add up to, however often it has been round: any sum is two look-ups. */
final class Sums {
    private final int[] before;

    Sums(int[] each) {
        before = new int[each.length + 1];
        for (int i = 0; i < each.length; i++) {
            before[i + 1] = before[i] + each[i];
        }
    }

    int frames() {
        return before.length - 1;
    }

    /** Of all frames before this one, since the first. */
    long before(long frame) {
        return Math.floorDiv(frame, frames()) * before[frames()] + within(frame);
    }

    /** Of the frames before this one in its round of the loop. */
    int within(long frame) {
        return before[place(frame)];
    }

    int of(long frame) {
        int place = place(frame);
        return before[place + 1] - before[place];
    }

    int place(long frame) {
        return (int) Math.floorMod(frame, (long) frames());
    }
}
