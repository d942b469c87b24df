package io.rungwatch.duty;

import java.util.List;

/** Who is told of what. */
public record Route(Match match, List<String> to) {}
