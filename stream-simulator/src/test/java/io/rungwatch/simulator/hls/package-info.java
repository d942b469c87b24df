@NullMarked
package io.rungwatch.simulator.hls;

import org.jspecify.annotations.NullMarked;
