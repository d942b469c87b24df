package io.rungwatch.simulator.media;

/**
 * What one fragment of a segment holds, before it is bytes: what faults of media change. Times are milliseconds since
 * the channel's first picture.
 *
 * @param segment of the timeline
 * @param number of fragments before this one, ever
 * @param from it holds the frames that begin from here on …
 * @param to … and before this
 * @param shift of its timestamps
 * @param ahead frames by which the picture is ahead of its timestamps
 * @param empty announces frames and has none
 */
public record Cut(Track track, long segment, long number, long from, long to, long shift, int ahead, boolean empty) {
    public Cut of(Track other) {
        return new Cut(other, segment, number, from, to, shift, ahead, empty);
    }

    public Cut movedBy(long millis) {
        return new Cut(track, segment, number, from, to, shift + millis, ahead, empty);
    }

    public Cut ahead(int frames) {
        return new Cut(track, segment, number, from, to, shift, frames, empty);
    }

    public Cut emptied() {
        return new Cut(track, segment, number, from, to, shift, ahead, true);
    }

    /** Frames are counted from the channel's first; the loop has them again and again. */
    long first() {
        return track.rate().firstAt(from);
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
