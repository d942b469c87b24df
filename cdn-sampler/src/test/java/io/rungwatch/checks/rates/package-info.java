@NullMarked
package io.rungwatch.checks.rates;

import org.jspecify.annotations.NullMarked;
