@NullMarked
package io.rungwatch.bench.live;

import org.jspecify.annotations.NullMarked;
