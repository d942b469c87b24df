/** The sockets: one listener per layer, and one to switch faults. */
@NullMarked
package io.rungwatch.simulator.server;

import org.jspecify.annotations.NullMarked;
