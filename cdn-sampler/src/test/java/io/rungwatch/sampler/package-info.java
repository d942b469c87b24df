@NullMarked
package io.rungwatch.sampler;

import org.jspecify.annotations.NullMarked;
