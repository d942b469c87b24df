package io.rungwatch.media;

/**
 * Where the boxes do not fit into each other, or into the segment.
 *
 * @param at where the box begins, counted from the beginning of the segment
 * @param missing bytes that the box says it has, and for which there is no room
 */
public record BoxFault(Kind kind, String box, long at, long missing) {
    public enum Kind {
        /** The segment ends before the box does. */
        CUT_SHORT,
        /** The box around it ends before it does. */
        OVERRUN,
        /** It says that it is shorter than its own header; what follows cannot be found. */
        TOO_SMALL
    }
}
