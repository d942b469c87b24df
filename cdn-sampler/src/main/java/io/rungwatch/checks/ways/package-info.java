/** What a layer makes of those who ask for a segment in other ways than the probe's own. One check per file. */
@NullMarked
package io.rungwatch.checks.ways;

import org.jspecify.annotations.NullMarked;
