package io.rungwatch.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of the documentation that alerts lead to. They hold no secrets, and who was just woken has no token at hand. */
final class DocFiles {
    private static final String PAGES = "/docs/((?:runbooks/)?[A-Za-z0-9_]+\\.md)";

    void routes(Router router) {
        router.getWithRegex(PAGES).handler(DocFiles::page);
    }

    private static void page(RoutingContext call) {
        String path = "/docs/" + call.pathParam("param0");
        call.vertx().executeBlocking(() -> read(path), false).onComplete(read -> {
            if (read.failed()) {
                call.fail(read.cause());
            } else if (read.result().isPresent()) {
                call.response()
                        .putHeader("Content-Type", "text/plain; charset=utf-8")
                        .end(read.result().get());
            } else {
                ApiServer.refuse(call, 404, "there is no page " + path + ": docs/runbooks/README.md lists them");
            }
        });
    }

    private static Optional<String> read(String path) throws IOException {
        try (InputStream in = DocFiles.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
