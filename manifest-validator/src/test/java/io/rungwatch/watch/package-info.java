@NullMarked
package io.rungwatch.watch;

import org.jspecify.annotations.NullMarked;
