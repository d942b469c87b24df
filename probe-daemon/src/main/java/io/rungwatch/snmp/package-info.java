@NullMarked
package io.rungwatch.snmp;

import org.jspecify.annotations.NullMarked;
