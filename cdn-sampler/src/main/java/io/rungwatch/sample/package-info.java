/** What many samples of one key say, and what of it is proven: windows of counts and latencies, ratios, limits. Time is data. */
@NullMarked
package io.rungwatch.sample;

import org.jspecify.annotations.NullMarked;
