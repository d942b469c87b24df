@NullMarked
package io.rungwatch.checks.reload;

import org.jspecify.annotations.NullMarked;
