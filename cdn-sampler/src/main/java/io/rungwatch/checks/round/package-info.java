/** What one segment shows when all layers are asked for it at once. */
@NullMarked
package io.rungwatch.checks.round;

import org.jspecify.annotations.NullMarked;
