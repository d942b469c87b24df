package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.http.Filler;
import io.rungwatch.simulator.http.Made;
import io.rungwatch.simulator.http.Rope;
import java.util.ArrayList;
import java.util.List;

/** MPEG-TS: tables first, then the packets of each frame, and after each frame its share of null packets. */
enum TransportStream implements Wrapping {
    WRAPPING;

    @Override
    public int unit() {
        return Packets.SIZE;
    }

    @Override
    public long length(Cut cut) {
        return cut.track().packets().length(cut);
    }

    @Override
    public Body body(Cut cut, long padding) {
        return new Made(length(cut) + padding, () -> spread(packed(cut), padding / Packets.SIZE));
    }

    private static Packed packed(Cut cut) {
        Packed packed = cut.track().packets().packed(cut);
        cut.spoiled(packed.bytes(), cut.track().packets().tables());
        return packed;
    }

    private static Body spread(Packed packed, long nulls) {
        Body all = new Bytes(packed.bytes());
        if (packed.frames() == 0) {
            return new Rope(List.of(all, Filler.nullPackets(nulls)));
        }
        List<Body> pieces = new ArrayList<>(2 * packed.frames());
        int from = 0;
        for (int i = 0; i < packed.frames(); i++) {
            pieces.add(all.slice(from, packed.end(i) - from));
            pieces.add(Filler.nullPackets(Footage.share(nulls, i, packed.frames())));
            from = packed.end(i);
        }
        return new Rope(pieces);
    }
}
