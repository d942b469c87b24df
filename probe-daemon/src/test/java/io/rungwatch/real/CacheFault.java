package io.rungwatch.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What can go wrong with real caches: a row each. */
enum CacheFault {
    NONE((chain, www) -> {}),
    /** F1: connections are accepted, and nothing ever comes. */
    HUNG_ORIGIN((chain, www) -> chain.origin().hang()),
    /** F2: one playlist of the packager's stands still. */
    FROZEN_RUNG((chain, www) -> {
        Path frozen = Files.createDirectories(www.resolve("frozen"));
        Files.copy(www.resolve("ts/v1.m3u8"), frozen.resolve("v1.m3u8"), StandardCopyOption.REPLACE_EXISTING);
        chain.origin().with("location = /ts/v1.m3u8 { alias " + frozen + "/v1.m3u8; }");
    }),
    /** F3: the mid keeps playlists for as long as segments. */
    MID_TTL_TOO_LONG((chain, www) -> chain.mid().with("if (bereq.url ~ \"m3u8$\") { set beresp.ttl = 30s; }")),
    /** F4: nobody listens where the edge thinks that the mid is. */
    UPSTREAM_DEAD((chain, www) ->
            chain.edge(1).insteadAndEmpty("server 127.0.0.1:@UPSTREAM@;", "server 127.0.0.1:" + Web.freePort() + ";")),
    /** F5: the edge caches nothing, and tells the mid not to. */
    BYPASS((chain, www) -> chain.edge(1).with("proxy_cache_bypass 1; proxy_set_header X-Bypass 1;")),
    /** F6: a 404 may be kept for a minute, and there is one for a moment. */
    NEGATIVE_CACHING((chain, www) -> {
        String gone = "location = /ts/v1.m3u8 { add_header Cache-Control \"max-age=60\" always; return 404; }";
        chain.origin().instead("add_header Cache-Control $cc;", "add_header Cache-Control $cc always;");
        chain.origin().with(gone);
        Until.isTrue("the edge has the error", () -> Web.status(chain.edge(1).base() + "/ts/v1.m3u8") == 404);
        chain.origin().instead(gone, "");
    }),
    /** F8: less than the lowest rung needs. */
    SLOW_EDGE((chain, www) -> chain.edge(1).with("limit_rate 20k;")),
    /** F10: one POP fails a third of all requests. */
    BAD_POP((chain, www) -> chain.edge(2).with("if ($unlucky) { return 503; }")),
    /** F11: a page says with 200 that something is not there. */
    HTML_FOR_MEDIA((chain, www) -> {
        Files.writeString(www.resolve("x.html"), "<!doctype html><title>Sorry</title>");
        chain.origin().with("location ~ \\.ts$ { try_files /x.html =404; }");
    }),
    /** F16: the mid keeps what it has by Host, and never sees the same twice. */
    WRONG_HOST((chain, www) -> chain.edge(1)
            .instead("proxy_set_header Host 127.0.0.1:@UPSTREAM@;", "proxy_set_header Host $request_id.invalid;"));

    private interface Cause {
        void in(RealChain chain, Path www) throws Exception;
    }

    private final Cause cause;

    CacheFault(Cause cause) {
        this.cause = cause;
    }

    void strike(RealChain chain, Path www) throws Exception {
        cause.in(chain, www);
    }
}
