/** Any bytes whatever: to each reader of foreign text, and to a whole channel. */
@NullMarked
package io.rungwatch.fuzz;

import org.jspecify.annotations.NullMarked;
