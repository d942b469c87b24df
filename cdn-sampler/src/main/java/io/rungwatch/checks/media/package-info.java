/** What the bytes of a segment say, beside what its manifest promises of it. */
@NullMarked
package io.rungwatch.checks.media;

import org.jspecify.annotations.NullMarked;
