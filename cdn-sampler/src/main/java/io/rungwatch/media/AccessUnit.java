package io.rungwatch.media;

import java.util.List;
import java.util.Optional;

/**
 * The first picture of a stream up to its first slice, from where on nothing is looked at.
 *
 * @param pes the PES packet that it begins in, counted from 0: more than 0 where the program map came late
 * @param units what stands before the slice, and the slice: NAL unit types, of MPEG-2 start codes
 * @param messages payload types of supplemental enhancement information: 6 is a recovery point, 4 may be closed captions
 * @param keyframe whether the slice is of a picture that decoding can begin with
 * @param codec as its sequence parameter set says, and empty without one
 */
public record AccessUnit(
        int pes,
        List<Integer> units,
        List<Integer> messages,
        boolean keyframe,
        Optional<Codec> codec,
        Optional<Picture> picture) {}
