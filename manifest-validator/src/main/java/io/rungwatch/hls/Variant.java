package io.rungwatch.hls;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * EXT-X-STREAM-INF with its URI line, or EXT-X-I-FRAME-STREAM-INF.
 *
 * @param bandwidth bits per second; 0 where absent or unusable (a hard problem says so)
 * @param width 0, like `height`, where there is no RESOLUTION
 * @param codecs in their order, spaces around them removed
 */
public record Variant(
        int line,
        boolean iFrames,
        String uri,
        long bandwidth,
        OptionalLong averageBandwidth,
        int width,
        int height,
        OptionalDouble frameRate,
        List<String> codecs,
        Attributes attributes) {

    Variant at(String uriLine) {
        return new Variant(
                line, iFrames, uriLine, bandwidth, averageBandwidth, width, height, frameRate, codecs, attributes);
    }

    public boolean hasResolution() {
        return height > 0;
    }

    public List<String> supplementalCodecs() {
        return MultivariantTags.list(attributes.text("SUPPLEMENTAL-CODECS"));
    }

    public @Nullable String audioGroup() {
        return attributes.text("AUDIO");
    }

    public @Nullable String videoGroup() {
        return attributes.text("VIDEO");
    }

    public @Nullable String subtitlesGroup() {
        return attributes.text("SUBTITLES");
    }

    /** A group's name; null also for the enumerated NONE. */
    public @Nullable String closedCaptionsGroup() {
        return closedCaptionsNone() ? null : attributes.text("CLOSED-CAPTIONS");
    }

    /** CLOSED-CAPTIONS=NONE without quotes; in quotes it would name a group. */
    public boolean closedCaptionsNone() {
        Attribute attribute = attributes.find("CLOSED-CAPTIONS");
        return attribute != null && !attribute.quoted() && attribute.value().equals("NONE");
    }

    public @Nullable String videoRange() {
        return attributes.text("VIDEO-RANGE");
    }

    public @Nullable String hdcpLevel() {
        return attributes.text("HDCP-LEVEL");
    }

    public @Nullable String stableId() {
        return attributes.text("STABLE-VARIANT-ID");
    }

    /** "." when the variant does not say: the specification's default. */
    public String pathwayId() {
        return attributes.text("PATHWAY-ID", ".");
    }

    public @Nullable String score() {
        return attributes.text("SCORE");
    }

    public @Nullable String name() {
        return attributes.text("NAME");
    }
}
