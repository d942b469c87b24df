/** How a channel looks in DASH: its paths, its MPD and the patches of it. */
@NullMarked
package io.rungwatch.simulator.dash;

import org.jspecify.annotations.NullMarked;
