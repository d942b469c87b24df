/** One request and its answer, without sockets. */
@NullMarked
package io.rungwatch.simulator.http;

import org.jspecify.annotations.NullMarked;
