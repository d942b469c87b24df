@NullMarked
package io.rungwatch.media;

import org.jspecify.annotations.NullMarked;
