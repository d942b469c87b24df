@NullMarked
package io.rungwatch.page;

import org.jspecify.annotations.NullMarked;
