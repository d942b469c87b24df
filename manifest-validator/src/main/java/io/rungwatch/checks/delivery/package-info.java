/** Whether what a manifest lists is there for who asks. */
@NullMarked
package io.rungwatch.checks.delivery;

import org.jspecify.annotations.NullMarked;
