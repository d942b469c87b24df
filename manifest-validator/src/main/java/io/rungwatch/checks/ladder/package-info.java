@NullMarked
package io.rungwatch.checks.ladder;

import org.jspecify.annotations.NullMarked;
