package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;

/** A multivariant playlist, its rungs laid beside those that the profile expects. */
public record Ladder(MultivariantPlaylist playlist, LadderMatch match) {}
