package io.rungwatch.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for enough bytes to tell what they are, then hands them and all that follow to whoever reads such. */
final class FrontReader implements MediaReader {
    /** Some packets, also behind others that are damaged; two frames of audio. */
    private static final int ENOUGH = 4096;

    private static final byte[] NOTHING = {};

    private final Optional<Init> init;
    private byte[] head = new byte[ENOUGH];
    private int length;
    private @Nullable MediaReader chosen;

    FrontReader(Optional<Init> init) {
        this.init = init;
    }

    @Override
    public void add(byte[] bytes, int offset, int count) {
        if (chosen != null) {
            chosen.add(bytes, offset, count);
            return;
        }
        int taken = Math.min(count, ENOUGH - length);
        System.arraycopy(bytes, offset, head, length, taken);
        length += taken;
        if (length == ENOUGH) {
            choose().add(bytes, offset + taken, count - taken);
        }
    }

    @Override
    public Look look() {
        return (chosen == null ? choose() : chosen).look();
    }

    private MediaReader choose() {
        MediaReader reader = readerOf(head, length);
        reader.add(head, 0, length);
        head = NOTHING;
        chosen = reader;
        return reader;
    }

    private MediaReader readerOf(byte[] bytes, int end) {
        Optional<Framing.Start> packets = Framing.find(bytes, end);
        if (packets.isPresent()) {
            return new TsReader(packets.get());
        } else if (BoxType.beginsWithBox(bytes, end)) {
            return new FragmentedReader(init);
        } else if (Id3Reader.begins(bytes, end) || AudioFormat.find(bytes, end).isPresent()) {
            return new PackedAudioReader();
        } else if (WebVttReader.begins(bytes, end)) {
            return new WebVttReader();
        }
        return new OpaqueReader();
    }
}
