@NullMarked
package io.rungwatch.blame;

import org.jspecify.annotations.NullMarked;
