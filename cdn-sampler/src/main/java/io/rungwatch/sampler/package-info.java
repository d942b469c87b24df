/** One measured HTTP exchange: what a player would have got, how long each phase took, and within which limits. */
@NullMarked
package io.rungwatch.sampler;

import org.jspecify.annotations.NullMarked;
