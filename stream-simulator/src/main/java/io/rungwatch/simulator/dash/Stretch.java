package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;

/**
 * The segments of one Period, whenever it is told of.
 *
 * @param after first segment of the next Period
 */
record Stretch(String id, long first, long after, boolean ad) {
    static Stretch of(Channel channel, long index) {
        Breaks breaks = channel.timeline().breaks();
        if (!channel.hasPeriods()) {
            return new Stretch("p0", 0, Long.MAX_VALUE, false);
        }
        long number = breaks.number(index);
        if (breaks.isAd(index)) {
            return new Stretch("ad-" + number, breaks.firstOf(number), breaks.afterLastOf(number), true);
        }
        long next = index < breaks.firstOf(number) ? number : number + 1;
        long first = next == 0 ? 0 : breaks.afterLastOf(next - 1);
        return new Stretch("main-" + next, first, breaks.firstOf(next), false);
    }
}
