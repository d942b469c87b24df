/**
 * What is remembered of one playlist over the last minutes, in bounded memory. The engine writes it, checks only read: a check has no
 * memory of its own.
 */
@NullMarked
package io.rungwatch.past;

import org.jspecify.annotations.NullMarked;
