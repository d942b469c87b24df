package io.rungwatch.media;

import io.rungwatch.scte35.Scte35;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a transport stream: ISO 13818-1, 2.4.3.2. */
final class TsReader implements MediaReader {
    private static final int NULL_PID = 0x1fff;
    private static final int ASSOCIATION_PID = 0;
    private static final int PIDS = 0x2000;
    /** As many as are told apart: a contribution stream has a dozen. */
    private static final int MOST_PIDS = 32;

    /** Four thousand bytes each, if somebody wants it so. */
    private static final int MOST_SECTION_PIDS = 6;

    private static final int MOST_BOUNDARIES = 32;
    private static final int MOST_SPLICES = 8;

    private final PacketReader packets;
    private final Packet packet = new Packet();
    /** Place in `pids` of each pid, counted from 1. */
    private final byte[] places = new byte[PIDS];

    private final List<PidReader> pids = new ArrayList<>();
    private final TablesReader tables = new TablesReader();
    private final List<Boundary> boundaries = new ArrayList<>();
    private final List<SpliceSection> splices = new ArrayList<>();
    private int sectionPids;
    private long bytes;
    private long number;
    private long nullPackets;
    private long otherPackets;

    TsReader(Framing.Start start) {
        packets = new PacketReader(start, this::packet);
    }

    @Override
    public void add(byte[] chunk, int offset, int length) {
        bytes += length;
        packets.add(chunk, offset, length);
    }

    private void packet(byte[] chunk, int at) {
        packet.read(chunk, at);
        if (packet.pid == NULL_PID) {
            nullPackets++;
        } else {
            hand(pid(packet.pid));
        }
        number++;
    }

    private void hand(@Nullable PidReader pid) {
        if (pid == null) {
            otherPackets++;
            return;
        }
        int before = pid.pesStarts();
        boolean says = pid.take(packet);
        if (pid.pesStarts() > before) {
            tables.content(number);
        }
        if (packet.privateTo > 0 && says && boundaries.size() < MOST_BOUNDARIES) {
            BoundaryReader.find(packet, number, pid.lastPts()).ifPresent(boundaries::add);
        }
    }

    private @Nullable PidReader pid(int pid) {
        if (places[pid] == 0 && pids.size() < MOST_PIDS) {
            PidReader reader = new PidReader(pid);
            pids.add(reader);
            places[pid] = (byte) pids.size();
            if (pid == ASSOCIATION_PID) {
                reader.sections(new SectionReader(this::association));
            }
        }
        return places[pid] == 0 ? null : pids.get(places[pid] - 1);
    }

    private void association(byte[] section, int length) {
        for (int pid : tables.association(section, length, number)) {
            sections(pid, (map, size) -> map(pid, map, size));
        }
    }

    private void map(int pid, byte[] section, int length) {
        tables.map(pid, section, length, number).ifPresent(this::announce);
    }

    private void announce(Program program) {
        for (ProgramStream stream : program.streams()) {
            PidReader reader = pid(stream.pid());
            if (stream.kind() == StreamKind.SCTE35) {
                sections(stream.pid(), (section, length) -> splice(stream.pid(), section, length));
            } else if (reader != null) {
                reader.kind(stream.kind());
            }
        }
    }

    private void sections(int pid, SectionReader.Sections sections) {
        PidReader reader = pid(pid);
        if (reader != null && !reader.hasSections() && sectionPids < MOST_SECTION_PIDS) {
            sectionPids++;
            reader.sections(new SectionReader(sections));
        }
    }

    private void splice(int pid, byte[] section, int length) {
        if (splices.size() < MOST_SPLICES) {
            splices.add(new SpliceSection(pid, number, Scte35.read(Arrays.copyOf(section, length))));
        }
    }

    @Override
    public Look look() {
        packets.end();
        return new TransportStream(
                bytes,
                packets.framing(),
                tables.facts(),
                pids.stream()
                        .map(PidReader::facts)
                        .filter(pid -> pid.packets() > 0)
                        .toList(),
                nullPackets,
                otherPackets,
                List.copyOf(boundaries),
                List.copyOf(splices));
    }
}
