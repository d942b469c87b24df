@NullMarked
package io.rungwatch.round;

import org.jspecify.annotations.NullMarked;
