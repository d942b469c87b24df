@NullMarked
package io.rungwatch.scte35;

import org.jspecify.annotations.NullMarked;
