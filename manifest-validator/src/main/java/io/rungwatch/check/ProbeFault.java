package io.rungwatch.check;

/** Our fault, not theirs: a check that threw. It pages the owner of the probe, never the packager team. */
public record ProbeFault(String check, String what) {}
