@NullMarked
package io.rungwatch.checks.mpdhistory;

import org.jspecify.annotations.NullMarked;
