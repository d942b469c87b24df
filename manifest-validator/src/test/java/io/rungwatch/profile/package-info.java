@NullMarked
package io.rungwatch.profile;

import org.jspecify.annotations.NullMarked;
