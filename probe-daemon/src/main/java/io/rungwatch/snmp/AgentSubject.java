package io.rungwatch.snmp;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What an agent is asked about.
 *
 * @param active raised and not cleared
 * @param heartbeat how often receivers of notifications are told that the probe lives
 * @param links where alerts lead to
 */
public record AgentSubject(
        Supplier<List<Notice>> active, IntSupplier channels, Duration heartbeat, Supplier<Links> links) {}
