package io.rungwatch.duty;

import io.rungwatch.check.Severity;
import java.time.Instant;

/** Somebody has it in hand, as bad as it was then. */
public record Acknowledgement(String by, Instant at, String note, Severity severity) {}
