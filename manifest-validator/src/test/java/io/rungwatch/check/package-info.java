@NullMarked
package io.rungwatch.check;

import org.jspecify.annotations.NullMarked;
