@NullMarked
package io.rungwatch.json;

import org.jspecify.annotations.NullMarked;
