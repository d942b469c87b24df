@NullMarked
package io.rungwatch.cache;

import org.jspecify.annotations.NullMarked;
