@NullMarked
package io.rungwatch.checks.playlist;

import org.jspecify.annotations.NullMarked;
