@NullMarked
package io.rungwatch.checks.mpd;

import org.jspecify.annotations.NullMarked;
