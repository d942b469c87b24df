package io.rungwatch.bench.live;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The second floor: nothing but Vert.x's own client on one loop, at the daemon's pace and with its ticks, that reads the playlists and
 * throws them away. Says for each line that it is sent how many it has read.
 */
final class BareProcess extends AbstractVerticle {
    private static final int TICK_MILLIS = 100;
    private static final int CONNECTIONS_PER_LAYER = 64;

    private final List<URI> layers;
    private final List<String> paths;
    private final double perTick;
    private final AtomicLong read;
    private double owed;
    private long next;

    private BareProcess(List<URI> layers, List<String> paths, double perTick, AtomicLong read) {
        this.layers = layers;
        this.paths = paths;
        this.perTick = perTick;
        this.read = read;
    }

    /** Polls a second, the file with the paths, then the layers. */
    public static void main(String[] args) throws IOException {
        List<URI> layers = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            layers.add(URI.create(args[i]));
        }
        AtomicLong read = new AtomicLong();
        double perTick = Double.parseDouble(args[0]) * TICK_MILLIS / 1000;
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        vertx.deployVerticle(new BareProcess(layers, Files.readAllLines(Path.of(args[1])), perTick, read))
                .await();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
            System.out.println(read.get());
        }
        System.exit(0);
    }

    @Override
    public void start() {
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_LAYER));
        vertx.setPeriodic(TICK_MILLIS, tick -> {
            for (owed += perTick; owed >= 1; owed--) {
                ask(client);
            }
        });
    }

    private void ask(HttpClient client) {
        URI layer = layers.get((int) (next % layers.size()));
        String path = paths.get((int) (next / layers.size() % paths.size()));
        next++;
        client.request(HttpMethod.GET, layer.getPort(), layer.getHost(), path)
                .compose(request -> request.send().compose(BareProcess::body))
                .onComplete(done -> {
                    if (done.failed()) {
                        throw new IllegalStateException("the bare client did not get " + layer + path, done.cause());
                    }
                    read.incrementAndGet();
                });
    }

    private static Future<Buffer> body(HttpClientResponse answer) {
        return answer.statusCode() == 200 ? answer.body() : Future.failedFuture("status " + answer.statusCode());
    }
}
