@NullMarked
package io.rungwatch.duty;

import org.jspecify.annotations.NullMarked;
