@NullMarked
package io.rungwatch.simulator.fault;

import org.jspecify.annotations.NullMarked;
