@NullMarked
package io.rungwatch.cli;

import org.jspecify.annotations.NullMarked;
