@NullMarked
package io.rungwatch.simulator.dash;

import org.jspecify.annotations.NullMarked;
