package io.rungwatch.exchange;

import io.rungwatch.url.Url;
import org.jspecify.annotations.Nullable;

/** One GET that somebody wants made. The validators make it conditional. */
public record Fetch(
        Url url, @Nullable String ifNoneMatch, @Nullable String ifModifiedSince, Limits limits) {}
