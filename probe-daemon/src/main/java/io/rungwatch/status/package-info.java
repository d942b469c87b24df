@NullMarked
package io.rungwatch.status;

import org.jspecify.annotations.NullMarked;
