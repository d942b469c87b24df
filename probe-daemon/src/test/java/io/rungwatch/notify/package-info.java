@NullMarked
package io.rungwatch.notify;

import org.jspecify.annotations.NullMarked;
