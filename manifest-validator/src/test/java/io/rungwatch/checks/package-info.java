@NullMarked
package io.rungwatch.checks;

import org.jspecify.annotations.NullMarked;
