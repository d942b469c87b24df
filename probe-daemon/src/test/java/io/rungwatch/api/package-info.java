@NullMarked
package io.rungwatch.api;

import org.jspecify.annotations.NullMarked;
