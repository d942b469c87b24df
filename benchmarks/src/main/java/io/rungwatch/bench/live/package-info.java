/** Benches of the whole daemon beside the simulator: `./bench poll`, `./bench scale`, `./bench soak`. */
@NullMarked
package io.rungwatch.bench.live;

import org.jspecify.annotations.NullMarked;
