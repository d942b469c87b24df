@NullMarked
package io.rungwatch.checks.history;

import org.jspecify.annotations.NullMarked;
