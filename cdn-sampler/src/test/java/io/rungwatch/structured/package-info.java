@NullMarked
package io.rungwatch.structured;

import org.jspecify.annotations.NullMarked;
