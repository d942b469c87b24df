@NullMarked
package io.rungwatch.simulator;

import org.jspecify.annotations.NullMarked;
