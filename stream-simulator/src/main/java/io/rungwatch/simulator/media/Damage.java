package io.rungwatch.simulator.media;

import io.rungwatch.simulator.stream.Noise;

/**
 * What befalls the bytes of a cut, never those that only fill it up: nobody would notice.
 *
 * @param lost packets, where there are packets
 * @param places in which bytes are others
 */
public record Damage(int lost, int places) {
    static final Damage NONE = new Damage(0, 0);

    /** Bytes in one place. */
    private static final int PLACE = 32;

    /** Of so many packets; what is left of a stream is a stream. */
    int lostOf(int packets) {
        return Math.clamp(lost, 0, Math.max(0, packets - 1) / 2);
    }

    /** The same places whenever it is asked for. */
    void corrupt(byte[] bytes, int from, long seed) {
        for (int place = 0; place < places; place++) {
            int at = from + (int) (Noise.share(seed, place) * (bytes.length - from));
            for (int i = at; i < Math.min(at + PLACE, bytes.length); i++) {
                bytes[i] ^= (byte) 0x5A;
            }
        }
    }
}
