package io.rungwatch.real;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A client that is not the probe's. */
final class Web {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Web() {}

    /** Or nothing, where nobody answers. */
    static String text(String url) throws InterruptedException {
        return get(url).map(HttpResponse::body).orElse("");
    }

    static int status(String url) throws InterruptedException {
        return get(url).map(HttpResponse::statusCode).orElse(0);
    }

    private static Optional<HttpResponse<String>> get(String url) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static JsonNode json(String url) throws InterruptedException {
        return Json.read(text(url).getBytes(StandardCharsets.UTF_8));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
