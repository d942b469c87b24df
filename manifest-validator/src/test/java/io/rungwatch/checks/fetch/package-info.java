@NullMarked
package io.rungwatch.checks.fetch;

import org.jspecify.annotations.NullMarked;
