/** What is on air: channels, ladders and the timeline that says which segment exists when. */
@NullMarked
package io.rungwatch.simulator.stream;

import org.jspecify.annotations.NullMarked;
