package io.rungwatch.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page for the NOC: a few files from the class path, read once. They hold nothing secret, so nobody needs a token for them; what they
 * show is asked for with one. The browser is told to load nothing from elsewhere and to run no script but these.
 */
final class PageFiles {
    /** Each is named: no path that somebody makes up reaches the class path. */
    static final List<String> NAMES = List.of(
            "index.html",
            "style.css",
            "icon.svg",
            "app.js",
            "dom.js",
            "words.js",
            "stream.js",
            "token.js",
            "wall.js",
            "tiles.js",
            "alerts.js",
            "actions.js",
            "channel.js",
            "segments.js",
            "charts.js",
            "layers.js",
            "check.js",
            "runbook.js",
            "vendor/uPlot.js",
            "vendor/uPlot.css");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "js", "text/javascript; charset=utf-8");

    private record PageFile(Buffer body, String type, String tag) {}

    private final Map<String, PageFile> files = new LinkedHashMap<>();

    PageFiles() {
        for (String name : NAMES) {
            byte[] bytes = read("/page/" + name);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            files.put(name, new PageFile(Buffer.buffer(bytes), type, tag(bytes)));
        }
    }

    void routes(Router router) {
        router.get("/").handler(call -> answer(call, "index.html"));
        router.get("/page/*").handler(call -> answer(call, call.normalizedPath().substring("/page/".length())));
    }

    /** Kept by the browser, and asked for again whether it is still the same: a new release shows at once. */
    private void answer(RoutingContext call, String name) {
        PageFile file = files.get(name);
        if (file == null) {
            call.next();
            return;
        }
        HttpServerResponse response = call.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "no-cache")
                .putHeader("ETag", file.tag());
        if (file.tag().equals(call.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", file.type()).end(file.body());
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = PageFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + path + " is missing: the build is broken");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
