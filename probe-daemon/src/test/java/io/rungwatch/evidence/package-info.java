@NullMarked
package io.rungwatch.evidence;

import org.jspecify.annotations.NullMarked;
