/** A live packager and the CDN before it, as a function of time: nothing is remembered between two answers. */
@NullMarked
package io.rungwatch.simulator;

import org.jspecify.annotations.NullMarked;
