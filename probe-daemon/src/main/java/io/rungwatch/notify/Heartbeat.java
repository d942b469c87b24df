package io.rungwatch.notify;

import io.rungwatch.duty.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The probe lives.
 *
 * @param every when the next one is due
 * @param open what this receiver was told and not yet taken back
 */
public record Heartbeat(Instant at, Duration every, Duration up, int channels, List<Notice> open) {}
