@NullMarked
package io.rungwatch.checks.layers;

import org.jspecify.annotations.NullMarked;
