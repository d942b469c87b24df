package io.rungwatch.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes from the beginning of each audio frame to that of the next. */
final class FrameChain implements Elementary {
    private final AudioFormat format;
    private final byte[] head = new byte[AudioFormat.HEAD];
    private int length;
    private int left;
    private boolean searching;
    private @Nullable AudioFrame first;
    private long frames;
    private long samples;
    private int broken;
    private boolean mixed;

    private FrameChain(AudioFormat format, boolean searching) {
        this.format = format;
        this.searching = searching;
    }

    /** Where a frame must begin with the first byte. */
    static FrameChain packed(AudioFormat format) {
        return new FrameChain(format, false);
    }

    /** Where the end of a frame of the segment before may come first. */
    static FrameChain streamed(AudioFormat format) {
        return new FrameChain(format, true);
    }

    @Override
    public void begin(int number) {}

    @Override
    public void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int skip = Math.min(left, to - at);
            left -= skip;
            at += skip;
            if (at < to) {
                head[length++] = bytes[at++];
                header();
            }
        }
    }

    private void header() {
        if (length < AudioFormat.HEAD) {
            return;
        }
        AudioFrame frame = format.frame(head, 0);
        if (frame == null || frame.length() < AudioFormat.HEAD) {
            broken += searching ? 0 : 1;
            searching = true;
            System.arraycopy(head, 1, head, 0, --length);
        } else {
            frame(frame);
        }
    }

    private void frame(AudioFrame frame) {
        AudioFrame model = first == null ? frame : first;
        first = model;
        searching = false;
        length = 0;
        left = frame.length() - AudioFormat.HEAD;
        frames += frame.samples() > 0 ? 1 : 0;
        samples += frame.samples();
        mixed |= frame.samples() > 0
                && !(frame.rate() == model.rate()
                        && frame.channels() == model.channels()
                        && frame.codec().equals(model.codec()));
    }

    /** The next frame begins somewhere, which is not its fault. */
    @Override
    public void lost() {
        left = 0;
        length = 0;
        searching = true;
    }

    /** Empty where there was no frame at all. */
    Optional<AudioRun> facts() {
        return Optional.ofNullable(first).map(this::run);
    }

    private AudioRun run(AudioFrame model) {
        return new AudioRun(
                format, frames, samples, model.rate(), model.channels(), model.codec(), broken, mixed, unfinished());
    }

    private int unfinished() {
        return length == 0 || searching ? left : AudioFormat.HEAD - length;
    }
}
