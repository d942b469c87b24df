package io.rungwatch.outbox;

import io.rungwatch.duty.Message;
import java.util.List;

/** A message on its way, in the order of what happened. */
record Entry(long number, Message message, List<String> to) {}
