/** What stands in deploy/kubernetes, rendered and read. */
@NullMarked
package io.rungwatch.kubernetes;

import org.jspecify.annotations.NullMarked;
