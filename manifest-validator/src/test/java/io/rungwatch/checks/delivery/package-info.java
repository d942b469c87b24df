@NullMarked
package io.rungwatch.checks.delivery;

import org.jspecify.annotations.NullMarked;
