package io.rungwatch.scte35;

import java.util.Optional;
import java.util.OptionalLong;

/** A splice command; `whole` says that its end is known, whatever its length field says. */
record Command(Optional<SpliceInsert> insert, OptionalLong time, boolean whole) {
    private static final int MOST_COMPONENTS = 255;

    static Command of(int type, Bits bits) {
        return switch (type) {
            case SpliceInfo.NULL, SpliceInfo.BANDWIDTH_RESERVATION ->
                new Command(Optional.empty(), OptionalLong.empty(), true);
            case SpliceInfo.TIME_SIGNAL -> new Command(Optional.empty(), time(bits), true);
            case SpliceInfo.INSERT -> insert(bits);
            default -> new Command(Optional.empty(), OptionalLong.empty(), false);
        };
    }

    private static OptionalLong time(Bits bits) {
        boolean specified = bits.flag();
        bits.skip(specified ? 6 : 7);
        return specified ? OptionalLong.of(bits.read(33)) : OptionalLong.empty();
    }

    private static Command insert(Bits bits) {
        long event = bits.read(32);
        boolean cancelled = bits.flag();
        bits.skip(7);
        if (cancelled) {
            return new Command(
                    Optional.of(new SpliceInsert(event, true, false, false, false, OptionalLong.empty())),
                    OptionalLong.empty(),
                    true);
        }
        boolean out = bits.flag();
        boolean program = bits.flag();
        boolean lasts = bits.flag();
        boolean immediate = bits.flag();
        bits.skip(4);
        OptionalLong time = program && !immediate ? time(bits) : OptionalLong.empty();
        if (!program) {
            time = components(bits, immediate);
        }
        boolean autoReturn = lasts && bits.flag();
        bits.skip(lasts ? 6 : 0);
        OptionalLong duration = lasts ? OptionalLong.of(bits.read(33)) : OptionalLong.empty();
        bits.skip(16 + 8 + 8);
        return new Command(
                Optional.of(new SpliceInsert(event, false, out, immediate, autoReturn, duration)), time, true);
    }

    /** The time of the first of them. */
    private static OptionalLong components(Bits bits, boolean immediate) {
        OptionalLong first = OptionalLong.empty();
        int count = Math.min(bits.number(8), MOST_COMPONENTS);
        for (int i = 0; i < count && !bits.overrun(); i++) {
            bits.skip(8);
            OptionalLong time = immediate ? OptionalLong.empty() : time(bits);
            first = i == 0 ? time : first;
        }
        return first;
    }
}
