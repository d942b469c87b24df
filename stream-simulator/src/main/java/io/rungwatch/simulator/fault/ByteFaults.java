package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Filler;
import io.rungwatch.simulator.http.Made;
import io.rungwatch.simulator.stream.Noise;

/** Faults of bytes, whatever they mean: what a bad disk or a full buffer does to a segment. */
final class ByteFaults {
    private static final int PACKET = Filler.PACKET;
    private static final byte SYNC = 0x47;

    /** In one place. */
    private static final int CORRUPTED = 32;

    private ByteFaults() {}

    /** One packet in each of as many equal stretches; tables, which come first, stay. */
    static Body lostPackets(Occasion occasion, Body body) {
        int packets = (int) (body.length() / PACKET);
        int lost = Math.clamp(occasion.fault().count("packets"), 0, Math.max(0, packets - 3) / 2);
        boolean stream = body.length() > 0 && body.read(0, 1).get() == SYNC;
        return stream && lost > 0
                ? new Made(
                        body.length() - (long) lost * PACKET, () -> without(body.toBytes(), packets / (lost + 1), lost))
                : body;
    }

    private static byte[] without(byte[] whole, int every, int lost) {
        byte[] left = new byte[whole.length - lost * PACKET];
        int from = 0;
        int at = 0;
        for (int i = 1; i <= lost; i++) {
            int length = i * every * PACKET - from;
            System.arraycopy(whole, from, left, at, length);
            at += length;
            from += length + PACKET;
        }
        System.arraycopy(whole, from, left, at, whole.length - from);
        return left;
    }

    static Body truncated(Occasion occasion, Body body) {
        double share = Math.clamp(occasion.fault().share("share"), 0, 1);
        return body.slice(0, (long) (body.length() * share));
    }

    static Body corrupted(Occasion occasion, Body body) {
        return new Made(body.length(), () -> corrupted(occasion, body.toBytes()));
    }

    private static byte[] corrupted(Occasion occasion, byte[] bytes) {
        long seed = Noise.seed(occasion.path());
        for (int place = 0; place < occasion.fault().count("places"); place++) {
            int from = (int) (Noise.share(seed, place) * bytes.length);
            for (int at = from; at < Math.min(from + CORRUPTED, bytes.length); at++) {
                bytes[at] ^= (byte) 0x5A;
            }
        }
        return bytes;
    }
}
