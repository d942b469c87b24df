/**
 * HLS playlists: bytes to an immutable model, with every oddity as data.
 *
 * <p>Read in this order: {@link io.rungwatch.hls.Hls} (the way in), {@link io.rungwatch.hls.HlsScanner} (lines),
 * {@link io.rungwatch.hls.Tag} (the table of tags), {@link io.rungwatch.hls.MediaPlaylist} and
 * {@link io.rungwatch.hls.MultivariantPlaylist} (what comes out), {@link io.rungwatch.hls.SegmentKeys} (is it the same segment?).
 */
@NullMarked
package io.rungwatch.hls;

import org.jspecify.annotations.NullMarked;
