/** What can go wrong, as data: when, where, and what it does to an answer. */
@NullMarked
package io.rungwatch.simulator.fault;

import org.jspecify.annotations.NullMarked;
