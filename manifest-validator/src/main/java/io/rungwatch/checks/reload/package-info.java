/** How low-latency playlists answer those who ask as their players do. */
@NullMarked
package io.rungwatch.checks.reload;

import org.jspecify.annotations.NullMarked;
