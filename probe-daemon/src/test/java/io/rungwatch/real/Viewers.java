package io.rungwatch.real;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Edges are never asked by the probe alone: without others, what they renew in the background is always one poll old. */
final class Viewers implements AutoCloseable {
    private static final int PAUSE_MILLIS = 500;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpRequest> wanted;

    Viewers(List<String> urls) {
        wanted = urls.stream()
                .map(url -> HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(2))
                        .build())
                .toList();
        var unused = clock.scheduleWithFixedDelay(this::watch, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        for (HttpRequest request : wanted) {
            var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
