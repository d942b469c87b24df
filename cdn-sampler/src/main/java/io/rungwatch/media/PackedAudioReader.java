package io.rungwatch.media;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads packed audio: RFC 8216, 3.4. */
final class PackedAudioReader implements MediaReader {
    private static final int SNIFFED = 16;

    private final byte[] head = new byte[SNIFFED];
    private int length;
    private @Nullable Id3Reader tag;
    private @Nullable FrameChain frames;
    private long bytes;

    @Override
    public void add(byte[] chunk, int offset, int count) {
        bytes += count;
        read(chunk, offset, offset + count);
    }

    private void read(byte[] chunk, int from, int to) {
        int at = tag == null ? from : tag.add(chunk, from, to);
        if (frames != null) {
            frames.add(chunk, at, to);
        } else if (at < to) {
            sniff(chunk, at, to);
        }
    }

    /** First whether there is a tag; behind it, what kind of frames there are. */
    private void sniff(byte[] chunk, int from, int to) {
        int taken = Math.min(SNIFFED - length, to - from);
        System.arraycopy(chunk, from, head, length, taken);
        length += taken;
        if (length == SNIFFED) {
            settle();
            read(chunk, from + taken, to);
        }
    }

    private void settle() {
        int available = length;
        length = 0;
        if (tag == null && Id3Reader.begins(head, available)) {
            tag = new Id3Reader();
            int end = tag.add(head, 0, available);
            System.arraycopy(head, end, head, 0, available - end);
            length = available - end;
        } else {
            frames = FrameChain.packed(format(available));
            frames.add(head, 0, available);
        }
    }

    /** Where nothing fits, AAC: that is what packed audio mostly is, and it will find no frame. */
    private AudioFormat format(int available) {
        for (AudioFormat format : AudioFormat.values()) {
            if (available >= AudioFormat.HEAD && format.frame(head, 0) != null) {
                return format;
            }
        }
        return AudioFormat.ADTS;
    }

    @Override
    public Look look() {
        if (frames == null && length > 0) {
            settle();
        }
        OptionalLong timestamp = tag == null ? OptionalLong.empty() : tag.timestamp();
        Optional<AudioRun> audio = Optional.ofNullable(frames).flatMap(FrameChain::facts);
        return new PackedAudio(bytes, tag == null ? 0 : tag.bytes(), timestamp, audio);
    }
}
