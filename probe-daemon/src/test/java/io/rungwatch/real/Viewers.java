package io.rungwatch.real;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Edges are never asked by the probe alone: without others, what they renew in the background is always one poll old, and no cache has a
 * segment before the probe wants it.
 */
final class Viewers implements AutoCloseable {
    private static final int PAUSE_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<URI> playlists;
    private final Set<URI> seen = ConcurrentHashMap.newKeySet();

    Viewers(Collection<String> playlists) {
        this.playlists = playlists.stream().map(URI::create).toList();
        var unused = clock.scheduleWithFixedDelay(this::watch, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        for (URI playlist : playlists) {
            var unused = client.sendAsync(request(playlist), HttpResponse.BodyHandlers.ofString())
                    .thenAccept(answer -> play(playlist, answer.body()));
        }
    }

    /** Each segment once. */
    private void play(URI playlist, String text) {
        text.lines()
                .filter(line -> line.endsWith(".ts"))
                .map(playlist::resolve)
                .filter(seen::add)
                .forEach(segment -> {
                    var unused = client.sendAsync(request(segment), HttpResponse.BodyHandlers.discarding());
                });
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
