@NullMarked
package io.rungwatch.simulator.media;

import org.jspecify.annotations.NullMarked;
