package io.rungwatch.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the headers of the PES packets of one pid, and hands on what they carry. */
final class PesReader {
    private static final int FIXED = 9;
    private static final int PREFIX = 6;
    /** With both time stamps. */
    private static final int TIMED = 19;

    private static final int PTS_AT = 9;
    private static final int DTS_AT = 14;

    private final byte[] head = new byte[TIMED];
    private final TimingReader timing = new TimingReader();
    private @Nullable Elementary content;
    /** How much of the header there is, and how much there will be; both 0 outside any PES packet. */
    private int position;

    private int length;
    private int starts;
    private int streamId;
    private boolean marked;
    private boolean firstMarked;
    private int untimed;
    private boolean startsUntimed;
    private long carried;
    private long lastPts = -1;

    void content(Elementary reader) {
        content = reader;
    }

    void add(Packet packet) {
        if (packet.starts) {
            position = 0;
            length = FIXED;
            marked = packet.randomAccess;
        }
        int from = position < length ? header(packet.bytes, packet.payload, packet.end) : packet.payload;
        if (length > 0 && position == length && from < packet.end) {
            carried += packet.end - from;
            if (content != null) {
                content.add(packet.bytes, from, packet.end);
            }
        }
    }

    private int header(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && position < length) {
            if (position < head.length) {
                head[position] = bytes[at];
            }
            at++;
            position++;
            if (position == FIXED) {
                length = length();
            }
        }
        if (position == length && length > 0) {
            begin();
        }
        return at;
    }

    /** 0 for what is no PES packet. Padding and some private streams have no more than a prefix; nothing in them is of interest. */
    private int length() {
        boolean pes = head[0] == 0 && head[1] == 0 && head[2] == 1;
        position = pes ? position : 0;
        return !pes ? 0 : (head[PREFIX] & 0xc0) == 0x80 ? FIXED + (head[FIXED - 1] & 0xff) : FIXED;
    }

    private void begin() {
        boolean timed = (head[PREFIX] & 0xc0) == 0x80 && (head[PREFIX + 1] & 0x80) != 0 && length >= DTS_AT;
        boolean both = timed && (head[PREFIX + 1] & 0x40) != 0 && length >= TIMED;
        if (starts++ == 0) {
            streamId = head[3] & 0xff;
            firstMarked = marked;
            startsUntimed = !timed;
        }
        untimed += timed ? 0 : 1;
        lastPts = timed ? stamp(PTS_AT) : -1;
        if (timed) {
            timing.take(lastPts, both ? stamp(DTS_AT) : lastPts);
        }
        if (content != null) {
            content.begin(starts - 1);
        }
    }

    private long stamp(int at) {
        return (head[at] & 0x0eL) << 29
                | (head[at + 1] & 0xffL) << 22
                | (head[at + 2] & 0xfeL) << 14
                | (head[at + 3] & 0xffL) << 7
                | (head[at + 4] & 0xfeL) >> 1;
    }

    /** Of the PES packet that is being read; -1 where it has none, or none yet. */
    long lastPts() {
        return length > 0 && position == length ? lastPts : -1;
    }

    int starts() {
        return starts;
    }

    /** Packets are missing: what comes next does not continue what came before. */
    void lost() {
        length = 0;
        position = 0;
        if (content != null) {
            content.lost();
        }
    }

    Optional<Pes> facts() {
        return starts == 0
                ? Optional.empty()
                : Optional.of(new Pes(streamId, starts, firstMarked, untimed, startsUntimed, carried, timing.facts()));
    }
}
