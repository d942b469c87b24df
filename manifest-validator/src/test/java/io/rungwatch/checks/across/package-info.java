@NullMarked
package io.rungwatch.checks.across;

import org.jspecify.annotations.NullMarked;
