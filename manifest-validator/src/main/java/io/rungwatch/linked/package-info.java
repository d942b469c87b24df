@NullMarked
package io.rungwatch.linked;

import org.jspecify.annotations.NullMarked;
