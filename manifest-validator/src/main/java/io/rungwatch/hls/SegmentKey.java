package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** What a segment is, whoever serves it: its path without host, query and what changes from session to session, and its byte range. */
public record SegmentKey(String path, @Nullable ByteRange byteRange) {}
