package io.rungwatch.media;

import io.rungwatch.scte35.Crc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads program association and program map tables: ISO 13818-1, 2.4.4. */
final class TablesReader {
    private static final int ASSOCIATION = 0x00;
    private static final int MAP = 0x02;
    private static final int CURRENT_AT = 5;
    private static final int BEFORE_CONTENT = 8;
    private static final int CRC_BYTES = 4;
    private static final int MOST_PROGRAMS = 4;
    private static final int MOST_STREAMS = 32;

    private final Map<Integer, Program> programs = new LinkedHashMap<>();
    private final Map<Integer, Program> latest = new LinkedHashMap<>();
    private OptionalLong associationAt = OptionalLong.empty();
    private OptionalLong mapAt = OptionalLong.empty();
    private OptionalLong contentAt = OptionalLong.empty();
    private long badChecksums;
    private long changes;

    /** The pids of program maps. */
    List<Integer> association(byte[] section, int length, long packet) {
        List<Integer> pids = new ArrayList<>();
        if (!isWhole(section, length, ASSOCIATION)) {
            return pids;
        }
        associationAt = associationAt.isPresent() ? associationAt : OptionalLong.of(packet);
        Fields fields = new Fields(section, BEFORE_CONTENT, length - CRC_BYTES);
        while (fields.left() >= 4 && pids.size() < MOST_PROGRAMS) {
            boolean network = fields.number(2) == 0;
            int pid = fields.number(2) & 0x1fff;
            if (!network) {
                pids.add(pid);
            }
        }
        return pids;
    }

    Optional<Program> map(int pid, byte[] section, int length, long packet) {
        if (!isWhole(section, length, MAP)) {
            return Optional.empty();
        }
        mapAt = mapAt.isPresent() ? mapAt : OptionalLong.of(packet);
        Program program = program(pid, section, length);
        Program before = latest.get(program.number());
        if (before == null && latest.size() >= MOST_PROGRAMS) {
            return Optional.empty();
        }
        changes += before != null && !before.hasShapeOf(program) ? 1 : 0;
        latest.put(program.number(), program);
        programs.putIfAbsent(program.number(), program);
        return Optional.of(program);
    }

    void content(long packet) {
        contentAt = contentAt.isPresent() ? contentAt : OptionalLong.of(packet);
    }

    /** Other tables may share the pid; and one that holds only later says nothing of now. */
    private boolean isWhole(byte[] section, int length, int table) {
        if ((section[0] & 0xff) != table || length < BEFORE_CONTENT + CRC_BYTES) {
            return false;
        }
        boolean whole = Crc.of(section, 0, length) == 0;
        badChecksums += whole ? 0 : 1;
        return whole && (section[CURRENT_AT] & 1) != 0;
    }

    private static Program program(int pid, byte[] section, int length) {
        Fields fields = new Fields(section, 3, length - CRC_BYTES);
        int number = fields.number(2);
        int version = fields.number(1) >> 1 & 0x1f;
        fields.skip(2);
        int clock = fields.number(2) & 0x1fff;
        fields.skip(fields.number(2) & 0xfff);
        List<ProgramStream> streams = new ArrayList<>();
        while (fields.left() >= 5 && streams.size() < MOST_STREAMS) {
            streams.add(stream(fields));
        }
        return new Program(number, pid, version, clock, List.copyOf(streams));
    }

    private static ProgramStream stream(Fields fields) {
        int type = fields.number(1);
        int pid = fields.number(2) & 0x1fff;
        Fields info = fields.part(fields.number(2) & 0xfff);
        return new Descriptors(info).stream(pid, type);
    }

    Tables facts() {
        return new Tables(associationAt, mapAt, contentAt, badChecksums, changes, List.copyOf(programs.values()));
    }
}
