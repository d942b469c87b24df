@NullMarked
package io.rungwatch.outbox;

import org.jspecify.annotations.NullMarked;
