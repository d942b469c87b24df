@NullMarked
package io.rungwatch.exchange;

import org.jspecify.annotations.NullMarked;
