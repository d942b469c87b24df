/**
 * Reads SCTE 35 splice information, as manifests carry it in hexadecimal or Base64. Never throws: what cannot be read is an answer, too.
 */
@NullMarked
package io.rungwatch.scte35;

import org.jspecify.annotations.NullMarked;
