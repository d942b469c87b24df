/** What the tests put on stage: playlists, renditions, channels and chains that are made up in one line. */
@NullMarked
package io.rungwatch.stage;

import org.jspecify.annotations.NullMarked;
