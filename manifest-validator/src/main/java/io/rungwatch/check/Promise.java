package io.rungwatch.check;

import java.util.List;

/**
 * What a manifest promises of the segments of one rendition; 0 and empty where it says nothing.
 *
 * @param bandwidth the most that it takes, in bits per second
 * @param averageBandwidth likewise on average
 * @param alone whether both speak of these segments only, and not of a sound track too that lies elsewhere
 * @param codecs of these segments, and of sound that lies elsewhere unless `alone`
 * @param language of sound or text
 */
public record Promise(
        long bandwidth,
        long averageBandwidth,
        boolean alone,
        List<String> codecs,
        int width,
        int height,
        double frameRate,
        String language) {
    public static final Promise NONE = new Promise(0, 0, false, List.of(), 0, 0, 0, "");
}
