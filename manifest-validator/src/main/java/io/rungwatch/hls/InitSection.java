package io.rungwatch.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** EXT-X-MAP; `keys` are those in force where it stands. */
public record InitSection(int line, String uri, @Nullable ByteRange byteRange, List<Key> keys) {}
