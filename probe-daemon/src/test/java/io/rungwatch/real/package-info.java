@NullMarked
package io.rungwatch.real;

import org.jspecify.annotations.NullMarked;
