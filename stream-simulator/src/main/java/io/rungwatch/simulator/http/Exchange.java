package io.rungwatch.simulator.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What RFC 9110 makes of an object and a request: 200, 206, 304, 416, gzip or not, body or not. */
public final class Exchange {
    /** Below this, gzip saves no packet. */
    public static final int GZIP_ABOVE = 1024;

    private Exchange() {}

    public static Answer answer(Request request, Content content, List<Header> layerHeaders) {
        List<Header> headers = new ArrayList<>(layerHeaders.size() + 8);
        boolean large = content.compressible() && content.body().length() > GZIP_ABOVE;
        boolean gzip = large && asksForGzip(request.acceptEncoding());
        String etag = gzip ? "W/" + content.etag() : content.etag();
        headers.add(new Header("ETag", etag));
        headers.add(new Header("Last-Modified", HttpDate.of(content.modified())));
        if (large) {
            headers.add(new Header("Vary", "Accept-Encoding"));
        }
        headers.addAll(layerHeaders);
        if (notModified(request, content)) {
            return Answer.of(304, headers, Bytes.EMPTY);
        }
        headers.add(new Header("Content-Type", content.mediaType()));
        return gzip ? gzipped(request, content, headers) : plain(request, content, headers);
    }

    private static Answer gzipped(Request request, Content content, List<Header> headers) {
        Body packed = new Bytes(Gzip.of(content.body().toBytes()));
        headers.add(new Header("Content-Encoding", "gzip"));
        return whole(200, request, packed, headers);
    }

    private static Answer plain(Request request, Content content, List<Header> headers) {
        long total = content.body().length();
        if (content.compressible()) {
            return whole(200, request, content.body(), headers);
        }
        headers.add(new Header("Accept-Ranges", "bytes"));
        ByteRange range = ByteRange.of(request.range(), total);
        if (range == null) {
            return whole(200, request, content.body(), headers);
        }
        if (range.length() == 0) {
            headers.add(new Header("Content-Range", "bytes */" + total));
            return whole(416, request, Bytes.EMPTY, headers);
        }
        headers.add(new Header("Content-Range", range.contentRange(total)));
        return whole(206, request, content.body().slice(range.from(), range.length()), headers);
    }

    public static Answer whole(int status, Request request, Body body, List<Header> headers) {
        headers.add(new Header("Content-Length", Long.toString(body.length())));
        return Answer.of(status, headers, request.method().equals("HEAD") ? Bytes.EMPTY : body);
    }

    private static boolean notModified(Request request, Content content) {
        String tags = request.ifNoneMatch();
        if (tags != null) {
            return tags.equals("*") || tags.contains(content.etag());
        }
        String since = request.ifModifiedSince();
        return since != null && Math.floorDiv(content.modified(), 1000) <= HttpDate.second(since);
    }

    private static boolean asksForGzip(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.matches(".*gzip;q=0(\\.0*)?(,.*)?");
    }
}
