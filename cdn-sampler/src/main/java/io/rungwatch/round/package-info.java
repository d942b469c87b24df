/**
 * What comes of asking for segments: which to ask for where and when, one object beside itself at all layers, and the shapes of the checks
 * that judge it. Pure: time is handed in, requests are handed out.
 */
@NullMarked
package io.rungwatch.round;

import org.jspecify.annotations.NullMarked;
