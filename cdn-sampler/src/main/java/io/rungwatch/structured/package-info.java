/** Structured field values (RFC 9651, which replaces RFC 8941): what several header fields of today are written in. */
@NullMarked
package io.rungwatch.structured;

import org.jspecify.annotations.NullMarked;
