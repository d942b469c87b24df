@NullMarked
package io.rungwatch.url;

import org.jspecify.annotations.NullMarked;
