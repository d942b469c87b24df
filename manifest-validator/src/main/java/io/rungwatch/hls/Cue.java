package io.rungwatch.hls;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An ad marker of the widespread kind that no RFC describes.
 *
 * @param value all that stands after the colon
 * @param duration advertised length of the break, nanoseconds
 * @param elapsed how far the break is, in EXT-X-CUE-OUT-CONT, nanoseconds
 */
public record Cue(
        int line, Kind kind, String value, OptionalLong duration, OptionalLong elapsed, Attributes attributes) {
    public enum Kind {
        OUT,
        CONT,
        IN,
        SCTE35,
        OATCLS_SCTE35
    }

    public @Nullable String id() {
        String id = attributes.text("ID");
        return id != null ? id : attributes.text("BREAKID");
    }
}
