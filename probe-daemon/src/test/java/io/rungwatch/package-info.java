@NullMarked
package io.rungwatch;

import org.jspecify.annotations.NullMarked;
