package io.rungwatch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What can go wrong with real caches: a row each. */
enum CacheFault {
    NONE((chain, www) -> {}),
    /** F1: connections are accepted, and nothing ever comes. */
    HUNG_ORIGIN((chain, www) -> chain.origin().hang()),
    /** F1, where playlists come from somewhere else. */
    HUNG_SEGMENTS((chain, www) -> {
        BlackHole hole = chain.with(new BlackHole());
        chain.origin().with("location ~ \\.ts$ { proxy_pass http://127.0.0.1:" + hole.port() + "; }");
    }),
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
    /** F4, where playlists take another way. */
    SEGMENTS_UPSTREAM_DEAD((chain, www) ->
            chain.edge(1).with("location ~ \\.ts$ { proxy_pass http://127.0.0.1:" + Web.freePort() + "; }")),
    /** F5: the edge does not look into its cache. */
    BYPASS((chain, www) -> chain.edge(1).with("proxy_cache_bypass 1; proxy_no_cache 1;")),
    /** F6: a 404 may be kept for a minute, and there is one for a moment. */
    NEGATIVE_CACHING((chain, www) -> {
        String gone = "location = /ts/v1.m3u8 { add_header Cache-Control \"max-age=60\" always; return 404; }";
        chain.origin().instead("add_header Cache-Control $cc;", "add_header Cache-Control $cc always;");
        chain.origin().with(gone);
        Until.isTrue("the edge has the error", () -> Web.status(chain.edge(1).base() + "/ts/v1.m3u8") == 404);
        chain.origin().instead(gone, "");
    }),
    /** F6 of segments: they are listed before they are there, and viewers are quicker than the probe. */
    NEGATIVE_SEGMENTS((chain, www) -> chain.origin()
            .with("location ~ /v1.*ts$ { add_header Cache-Control \"max-age=60\" always;"
                    + " if ($http_user_agent !~ Rungwatch) { return 404; } }")),
    /** F7: files in the edge's cache end before they should. */
    TRUNCATED((chain, www) -> chain.with(new BadDisk(chain.edge(1).folder().resolve("cache")))),
    /** F8: the highest rung takes longer than it plays. */
    SLOW_EDGE((chain, www) -> chain.edge(1).with("limit_rate 28k;")),
    /** F9: each segment comes, but late. */
    SLOW_ORIGIN((chain, www) -> {
        BlackHole hole = chain.with(new BlackHole());
        chain.origin()
                .with("location @late { } location ~ \\.ts$ { proxy_pass http://127.0.0.1:" + hole.port()
                        + "; proxy_read_timeout 800ms; error_page 504 =200 @late; }");
    }),
    /** F10: one POP fails a third of what it is asked for. */
    BAD_POP((chain, www) ->
            chain.edge(2).with("location ~ \\.ts$ { if ($unlucky) { return 503; } proxy_pass http://mid; }")),
    /** F11: a page says with 200 that something is not there. */
    HTML_FOR_MEDIA((chain, www) -> {
        Files.writeString(www.resolve("x.html"), "<!doctype html><title>Sorry</title>");
        chain.origin().with("location ~ \\.ts$ { try_files /x.html =404; }");
    }),
    /** F12: packets are lost on the way into the packager. */
    LOST_PACKETS((chain, www) -> spoil(chain, www, (name, segment) -> TsBytes.losing(segment, 25))),
    /** F13: another encoder goes on, by a clock of its own, and nobody says so. */
    PTS_JUMP((chain, www) -> {
        int known = soon(www);
        spoil(chain, www, (name, segment) -> number(name) > known ? TsBytes.later(segment, 3600) : segment);
    }),
    /** F14: one rung has no sound any more. */
    SILENT_RUNG((chain, www) ->
            spoil(chain, www, (name, segment) -> name.startsWith("v1") ? TsBytes.withoutSound(segment) : segment)),
    /** F15: all is well, but the probe seldom gets to look. */
    BUSY_PROBE((chain, www) -> {}),
    /** F16: the mid keeps what it has by Host, and viewers' segments under another one than that by which the probe asks. */
    WRONG_HOST((chain, www) -> chain.edge(1)
            .instead("proxy_set_header Host 127.0.0.1:@UPSTREAM@;", "proxy_set_header Host $request_id.invalid;")),
    /** What the edge keeps it never finds again. */
    KEY_OF_ITS_OWN((chain, www) ->
            chain.edge(1).instead("proxy_cache_key $uri$is_args$args;", "proxy_cache_key $uri$request_id;"));

    private interface Cause {
        void in(RealChain chain, Path www) throws Exception;
    }

    private final Cause cause;

    CacheFault(Cause cause) {
        this.cause = cause;
    }

    /** By then the probe knows of each rung what it was like before. */
    private static int soon(Path www) throws IOException {
        try (var files = Files.list(www.resolve("ts"))) {
            return files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".ts"))
                            .mapToInt(CacheFault::number)
                            .max()
                            .orElseThrow()
                    + 12;
        }
    }

    /** Of `v1_00012.ts`. */
    private static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('_') + 1, name.indexOf('.')));
    }

    /** The origin has files that the packager wrote otherwise. */
    private static void spoil(RealChain chain, Path www, SpoiledMedia.Spoiling spoiling) throws Exception {
        Path spoiled = chain.origin().folder().resolve("www");
        chain.with(new SpoiledMedia(www.resolve("ts"), spoiled.resolve("ts"), spoiling));
        chain.origin().instead("root @WWW@;", "root " + spoiled + ";");
    }

    void strike(RealChain chain, Path www) throws Exception {
        cause.in(chain, www);
    }
}
