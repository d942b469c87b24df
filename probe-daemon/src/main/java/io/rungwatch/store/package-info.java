@NullMarked
package io.rungwatch.store;

import org.jspecify.annotations.NullMarked;
