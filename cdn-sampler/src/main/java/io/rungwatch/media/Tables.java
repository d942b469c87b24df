package io.rungwatch.media;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the program tables say, and where they stand. Places are packets, counted from 0.
 *
 * @param association where the first program association table is complete
 * @param map where the first program map is
 * @param content where the first PES packet begins
 * @param badChecksums sections that are damaged, those of SCTE 35 not among them
 * @param changes how often a program map became another one
 * @param programs as they were first announced
 */
public record Tables(
        OptionalLong association,
        OptionalLong map,
        OptionalLong content,
        long badChecksums,
        long changes,
        List<Program> programs) {
    public Stream<ProgramStream> streams() {
        return programs.stream().flatMap(program -> program.streams().stream());
    }
}
