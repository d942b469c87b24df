/** The delivery chain: what each layer holds at an instant, and how it came by it. */
@NullMarked
package io.rungwatch.simulator.layer;

import org.jspecify.annotations.NullMarked;
