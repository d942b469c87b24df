/** `./bench poll`: what a poll of the whole daemon costs, beside the cheapest fetch there is. */
@NullMarked
package io.rungwatch.bench.poll;

import org.jspecify.annotations.NullMarked;
