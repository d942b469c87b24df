@NullMarked
package io.rungwatch.checks.round;

import org.jspecify.annotations.NullMarked;
