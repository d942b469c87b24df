package io.rungwatch.check;

import java.util.List;

/**
 * Some of what one rendition lists, asked for at its layer.
 *
 * @param answers what was not there was asked for twice, half a target duration apart; this is the last word
 * @param sizes of the segments that were asked for lately
 * @param bandwidth that its manifest gives it, 0 where it gives none
 * @param averageBandwidth likewise
 * @param alone whether `bandwidth` speaks of these segments only, and not of a sound track too that lies elsewhere
 */
public record Delivered(
        Rendition rendition,
        List<Delivery> answers,
        Sizes sizes,
        long bandwidth,
        long averageBandwidth,
        boolean alone) {}
