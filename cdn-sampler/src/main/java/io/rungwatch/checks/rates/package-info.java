/** What many samples of one layer prove. */
@NullMarked
package io.rungwatch.checks.rates;

import org.jspecify.annotations.NullMarked;
