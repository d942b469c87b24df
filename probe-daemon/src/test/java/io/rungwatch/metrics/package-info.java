@NullMarked
package io.rungwatch.metrics;

import org.jspecify.annotations.NullMarked;
