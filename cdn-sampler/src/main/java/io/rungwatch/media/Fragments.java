package io.rungwatch.media;

import java.util.OptionalInt;

/**
 * How a segment is put together from moof and mdat.
 *
 * @param firstSequence number of its first moof, -1 for none
 * @param backward how often a sequence number does not grow
 * @param lonely those moof that no mdat follows
 * @param shortage by how many bytes the shortest mdat is shorter than the samples of its moof; 0 where none is
 * @param firstByte of the first mdat: `<` where it is a subtitle in XML
 */
public record Fragments(
        int moofs,
        int mdats,
        long mdatBytes,
        long firstSequence,
        long lastSequence,
        int backward,
        int lonely,
        long shortage,
        OptionalInt firstByte) {}
