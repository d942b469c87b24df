package io.rungwatch.media;

import java.util.List;

/** What a program map says. */
public record Program(int number, int pid, int version, int clockPid, List<ProgramStream> streams) {
    /** A new version that says the same changes nothing. */
    public boolean hasShapeOf(Program other) {
        return clockPid == other.clockPid && streams.equals(other.streams);
    }
}
