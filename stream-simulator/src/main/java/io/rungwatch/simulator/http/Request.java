package io.rungwatch.simulator.http;

import org.jspecify.annotations.Nullable;

/** What of a request can change the answer. */
public record Request(
        String method,
        String target,
        @Nullable String ifNoneMatch,
        @Nullable String ifModifiedSince,
        @Nullable String range,
        @Nullable String acceptEncoding) {
    public static Request get(String target) {
        return new Request("GET", target, null, null, null, null);
    }

    public Request withMethod(String other) {
        return new Request(other, target, ifNoneMatch, ifModifiedSince, range, acceptEncoding);
    }

    public Request withIfNoneMatch(String etag) {
        return new Request(method, target, etag, ifModifiedSince, range, acceptEncoding);
    }

    public Request withIfModifiedSince(String date) {
        return new Request(method, target, ifNoneMatch, date, range, acceptEncoding);
    }

    /** As it is to a server that does not know ranges. */
    public Request whole() {
        return new Request(method, target, ifNoneMatch, ifModifiedSince, null, acceptEncoding);
    }

    public Request withRange(String bytes) {
        return new Request(method, target, ifNoneMatch, ifModifiedSince, bytes, acceptEncoding);
    }

    public Request withAcceptEncoding(String encodings) {
        return new Request(method, target, ifNoneMatch, ifModifiedSince, range, encodings);
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
