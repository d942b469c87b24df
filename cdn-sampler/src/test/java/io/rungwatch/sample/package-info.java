@NullMarked
package io.rungwatch.sample;

import org.jspecify.annotations.NullMarked;
