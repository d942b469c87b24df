@NullMarked
package io.rungwatch.drive;

import org.jspecify.annotations.NullMarked;
