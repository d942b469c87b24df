package io.rungwatch.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A segment of MPEG-TS.
 *
 * @param pids in the order of their first packets, null packets not among them; only so many are told apart
 * @param otherPackets of pids beyond those
 * @param boundaries encoder boundary points, the first of them
 * @param splices SCTE 35, the first of them
 */
public record TransportStream(
        long bytes,
        Framing framing,
        Tables tables,
        List<Pid> pids,
        long nullPackets,
        long otherPackets,
        List<Boundary> boundaries,
        List<SpliceSection> splices)
        implements Look {
    public Optional<Pid> pid(int number) {
        return pids.stream().filter(pid -> pid.number() == number).findFirst();
    }

    /** What the tables announce of this sort, as far as there are packets of it. */
    public Stream<Pid> all(StreamKind.Sort sort) {
        return tables.streams()
                .filter(stream -> stream.kind().sort() == sort)
                .flatMap(stream -> pid(stream.pid()).stream());
    }

    public Optional<Pid> first(StreamKind.Sort sort) {
        return all(sort).findFirst();
    }

    /** Of all packets. */
    public double nullShare() {
        return framing.packets() == 0 ? 0 : (double) nullPackets / framing.packets();
    }
}
