@NullMarked
package io.rungwatch.simulator.server;

import org.jspecify.annotations.NullMarked;
