/** What explains what: the same fault shows in many ways, and one of them is it. */
@NullMarked
package io.rungwatch.cause;

import org.jspecify.annotations.NullMarked;
