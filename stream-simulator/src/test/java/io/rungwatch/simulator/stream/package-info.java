@NullMarked
package io.rungwatch.simulator.stream;

import org.jspecify.annotations.NullMarked;
