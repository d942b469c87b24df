/**
 * What the bytes of a segment say: readers that take them as they arrive, keep counters and a small head, and never judge. They never throw
 * either: whatever is odd about a segment is a fact in its {@link io.rungwatch.media.Look}.
 */
@NullMarked
package io.rungwatch.media;

import org.jspecify.annotations.NullMarked;
