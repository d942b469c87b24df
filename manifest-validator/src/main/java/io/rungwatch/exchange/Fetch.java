package io.rungwatch.exchange;

import io.rungwatch.url.Url;
import org.jspecify.annotations.Nullable;

/**
 * One request that somebody wants made. The validators make it conditional; `more` are headers beside the usual ones. Where there is a
 * `reader`, it gets the body of a 200 or 206 as it is stored, and the exchange holds none.
 */
public record Fetch(
        Url url,
        How how,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince,
        Limits limits,
        Headers more,
        @Nullable BodyReader reader) {

    public enum How {
        /** All of it. */
        GET,
        /** Whether it is there, and what its headers say. */
        HEAD,
        /** The same of a server that refuses HEAD: its first byte, and what more comes is not read. */
        FIRST_BYTE
    }

    public static Fetch get(Url url, @Nullable String ifNoneMatch, @Nullable String ifModifiedSince, Limits limits) {
        return new Fetch(url, How.GET, ifNoneMatch, ifModifiedSince, limits, Headers.NONE, null);
    }

    public static Fetch get(Url url, Limits limits) {
        return get(url, null, null, limits);
    }

    /** All of something too large to be kept. */
    public static Fetch read(Url url, BodyReader reader, Limits limits) {
        return new Fetch(url, How.GET, null, null, limits, Headers.NONE, reader);
    }

    public static Fetch head(Url url, Limits limits) {
        return new Fetch(url, How.HEAD, null, null, limits, Headers.NONE, null);
    }

    public static Fetch firstByte(Url url, Limits limits) {
        return new Fetch(url, How.FIRST_BYTE, null, null, limits, Headers.NONE, null);
    }

    public Fetch with(Headers others) {
        return new Fetch(url, how, ifNoneMatch, ifModifiedSince, limits, others, reader);
    }

    /** Of the body nothing is wanted. */
    public boolean headersOnly() {
        return how != How.GET;
    }
}
