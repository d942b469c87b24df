@NullMarked
package io.rungwatch.report;

import org.jspecify.annotations.NullMarked;
