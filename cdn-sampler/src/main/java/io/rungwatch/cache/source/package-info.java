/** How each product says what its cache did: one file for each, listed in {@link io.rungwatch.cache.source.Sources}. */
@NullMarked
package io.rungwatch.cache.source;

import org.jspecify.annotations.NullMarked;
