/** Who may ask the probe for what, and how it is proven. */
@NullMarked
package io.rungwatch.access;

import org.jspecify.annotations.NullMarked;
