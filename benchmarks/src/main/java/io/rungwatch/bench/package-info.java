/** Figures that anyone can run again: `./bench` in the root of the repository. */
@NullMarked
package io.rungwatch.bench;

import org.jspecify.annotations.NullMarked;
