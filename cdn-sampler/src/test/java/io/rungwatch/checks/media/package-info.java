@NullMarked
package io.rungwatch.checks.media;

import org.jspecify.annotations.NullMarked;
