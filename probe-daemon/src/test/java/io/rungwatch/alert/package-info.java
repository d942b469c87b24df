@NullMarked
package io.rungwatch.alert;

import org.jspecify.annotations.NullMarked;
