@NullMarked
package io.rungwatch.config;

import org.jspecify.annotations.NullMarked;
