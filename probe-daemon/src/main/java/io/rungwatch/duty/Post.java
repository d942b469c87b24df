package io.rungwatch.duty;

import java.util.List;

/** A message and whom it is for: the names of notifiers. */
public record Post(Message message, List<String> to) {}
