package io.rungwatch.simulator.media;

/**
 * What one fragment of a segment holds, before it is bytes: what faults of media change. Times are milliseconds since
 * the channel's first picture.
 *
 * @param segment of the timeline
 * @param number of fragments before this one, ever
 * @param overlaps its first frame is the one that is on at `from`, where others begin with the next
 * @param from it holds the frames that begin from here on …
 * @param to … and before this
 * @param shift of its timestamps
 * @param ahead frames by which the picture is ahead of its timestamps
 * @param empty announces frames and has none
 * @param even has as many packets as counters count, because the next may be of any place in the loop
 */
public record Cut(
        Track track,
        long segment,
        long number,
        boolean overlaps,
        long from,
        long to,
        long shift,
        int ahead,
        boolean empty,
        boolean even,
        Damage damage) {
    public Cut of(Track other) {
        return new Cut(other, segment, number, overlaps, from, to, shift, ahead, empty, even, damage);
    }

    public Cut movedBy(long millis) {
        return new Cut(track, segment, number, overlaps, from, to, shift + millis, ahead, empty, even, damage);
    }

    public Cut aheadBy(int frames) {
        return new Cut(track, segment, number, overlaps, from, to, shift, ahead + frames, empty, even, damage);
    }

    public Cut emptied() {
        return new Cut(track, segment, number, overlaps, from, to, shift, ahead, true, even, damage);
    }

    public Cut losing(int packets) {
        return damaged(new Damage(packets, damage.places()));
    }

    public Cut corrupted(int places) {
        return damaged(new Damage(damage.lost(), places));
    }

    private Cut damaged(Damage other) {
        return new Cut(track, segment, number, overlaps, from, to, shift, ahead, empty, even, other);
    }

    /** Spoils what it is made of. */
    byte[] spoiled(byte[] bytes, int from) {
        damage.corrupt(bytes, from, number);
        return bytes;
    }

    /** Frames are counted from the channel's first; the loop has them again and again. */
    long first() {
        return overlaps ? track.rate().onAt(from) : track.rate().firstAt(from);
    }

    long after() {
        return empty ? first() : track.rate().firstAt(to);
    }

    int frames() {
        return (int) (after() - first());
    }

    /** Of its first frame, on the clock of its media. */
    long start() {
        return first() * track.rate().frame() + track.rate().ticks(shift);
    }

    /** Of one of its frames, on the clock of MPEG-TS, which is not wrapped yet. */
    long on90kHz(long frame) {
        return track.rate().on90kHz(frame) + shift * 90;
    }
}
