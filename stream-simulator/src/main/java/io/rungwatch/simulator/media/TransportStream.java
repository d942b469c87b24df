package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Made;
import java.util.List;

/** MPEG-TS: tables first, then the packets of each frame. */
enum TransportStream implements Wrapping {
    WRAPPING;

    @Override
    public Body body(List<Cut> cuts) {
        int length =
                cuts.stream().mapToInt(cut -> cut.track().packets().length(cut)).sum();
        return new Made(length, () -> bytes(cuts, length));
    }

    private static byte[] bytes(List<Cut> cuts, int length) {
        byte[] out = new byte[length];
        int at = 0;
        for (Cut cut : cuts) {
            at = cut.track().packets().put(cut, out, at);
        }
        return out;
    }
}
