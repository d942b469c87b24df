/** How a channel looks in HLS: its paths, its playlists, its text. */
@NullMarked
package io.rungwatch.simulator.hls;

import org.jspecify.annotations.NullMarked;
