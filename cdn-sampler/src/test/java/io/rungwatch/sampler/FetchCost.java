package io.rungwatch.sampler;

import com.sun.management.OperatingSystemMXBean;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one fetch costs in CPU, beside wrk and a bare Vert.x HttpClient on the same URL: run `main`. The server is another process, so its work is not counted; 2,400
 * fetches a second leave in ticks of 10 ms, over 16 connections, as the schedule sends them.
 */
final class FetchCost {
    private static final int PER_SECOND = 2_400;
    private static final int TICK_MILLIS = 10;
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 8;
    private static final int ROUND_SECONDS = 4;

    private FetchCost() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("server")) {
            serve();
            return;
        }
        Process server = start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(said.readLine());
            String url = "http://127.0.0.1:" + port + "/live/CH_001/CH_001_HD_5M.m3u8";
            double wrk = wrk(url);
            double client = cost("Vert.x HttpClient, nothing measured", vertx -> httpClient(vertx, port));
            double probe = cost("HttpProbe", vertx -> httpProbe(vertx, Url.parse(url)));
            System.out.printf(
                    Locale.ROOT,
                    "CPU per request: wrk %.1f us, bare HttpClient %.1f us (%.2f x), HttpProbe %.1f us (%.2f x)%n",
                    wrk,
                    client,
                    client / wrk,
                    probe,
                    probe / wrk);
        } finally {
            server.destroy();
        }
        System.exit(0);
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchCost.class.getName(),
                        "server")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void serve() {
        StringBuilder playlist =
                new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:100\n");
        for (int i = 0; i < 6; i++) {
            playlist.append("#EXTINF:6.000,\nCH_001_HD_5M_").append(100 + i).append(".ts\n");
        }
        Buffer body = Buffer.buffer(playlist.toString());
        Vertx vertx = vertx();
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/vnd.apple.mpegurl")
                        .putHeader("Cache-Control", "max-age=3")
                        .putHeader("ETag", "\"5f3a-1\"")
                        .putHeader("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                        .putHeader("X-Cache", "HIT")
                        .putHeader("Age", "1")
                        .end(body))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        System.out.println(port);
    }

    private interface Client {
        /** What fetches once and then tells that it has. */
        Consumer<Runnable> on(Vertx vertx) throws Exception;
    }

    private static Consumer<Runnable> httpProbe(Vertx vertx, Url url) {
        ProbeOptions options =
                ProbeOptions.of("cost", new TargetGuard(Set.of("127.0.0.1"))).withConnectionsPerHost(CONNECTIONS);
        HttpProbe probe = new HttpProbe(vertx, options, InstantSource.system(), System::nanoTime);
        Fetch fetch = Fetch.get(url, null, null, Limits.PLAYLIST);
        return done -> probe.fetch(fetch, exchange -> {
            if (!(exchange instanceof Exchange.Answered)) {
                throw new IllegalStateException(exchange.toString());
            }
            done.run();
        });
    }

    private static Consumer<Runnable> httpClient(Vertx vertx, int port) {
        HttpClient client =
                vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        RequestOptions request =
                new RequestOptions().setHost("127.0.0.1").setPort(port).setURI("/live/CH_001.m3u8");
        return done -> client.request(request).onSuccess(asking -> {
            asking.response().onSuccess(answer -> answer.handler(bytes -> {}).endHandler(end -> done.run()));
            asking.end();
        });
    }

    private static double cost(String name, Client client) throws InterruptedException {
        Vertx vertx = vertx();
        AtomicLong answered = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        vertx.runOnContext(go -> {
            Consumer<Runnable> fetch = start(client, vertx);
            long[] sent = {System.nanoTime(), 0};
            vertx.setPeriodic(TICK_MILLIS, tick -> {
                if (over.get()) {
                    vertx.cancelTimer(tick);
                    return;
                }
                long due = (System.nanoTime() - sent[0]) * PER_SECOND / 1_000_000_000L;
                for (; sent[1] < due; sent[1]++) {
                    fetch.accept(() -> answered.lazySet(answered.get() + 1));
                }
            });
        });
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = system.getProcessCpuTime();
            long count = answered.get();
            TimeUnit.SECONDS.sleep(ROUND_SECONDS);
            long fetches = answered.get() - count;
            double micros = (system.getProcessCpuTime() - cpu) / 1e3 / fetches;
            System.out.printf(Locale.ROOT, "%s: %d/s, %.1f us each%n", name, fetches / ROUND_SECONDS, micros);
            best = round < ROUNDS / 2 ? best : Math.min(best, micros);
        }
        over.set(true);
        return best;
    }

    private static Consumer<Runnable> start(Client client, Vertx vertx) {
        try {
            return client.on(vertx);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** NaN where wrk is not installed. */
    private static double wrk(String url) throws IOException {
        Process bash = new ProcessBuilder("bash", "-c", "TIMEFORMAT='cpu %U %S'; time wrk -t1 -c16 -d5s " + url)
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher requests = Pattern.compile("(\\d+) requests in").matcher(out);
        Matcher cpu = Pattern.compile("cpu ([\\d.]+) ([\\d.]+)").matcher(out);
        return requests.find() && cpu.find()
                ? (Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2)))
                        * 1e6
                        / Long.parseLong(requests.group(1))
                : Double.NaN;
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    }
}
