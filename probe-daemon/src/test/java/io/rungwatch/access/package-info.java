@NullMarked
package io.rungwatch.access;

import org.jspecify.annotations.NullMarked;
