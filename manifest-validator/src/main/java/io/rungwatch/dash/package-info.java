@NullMarked
package io.rungwatch.dash;

import org.jspecify.annotations.NullMarked;
