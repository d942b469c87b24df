@NullMarked
package io.rungwatch.systemd;

import org.jspecify.annotations.NullMarked;
