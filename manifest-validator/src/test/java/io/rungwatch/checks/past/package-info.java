@NullMarked
package io.rungwatch.checks.past;

import org.jspecify.annotations.NullMarked;
