/** Real media: loops made once with ffmpeg, cut and restamped so that they run on for ever. */
@NullMarked
package io.rungwatch.simulator.media;

import org.jspecify.annotations.NullMarked;
