package io.rungwatch.check;

/** Judges what segments are, and how they come. Its shapes live with those who fetch them; here it is enough to know that there are some. */
public non-sealed interface SampledCheck extends Check {}
