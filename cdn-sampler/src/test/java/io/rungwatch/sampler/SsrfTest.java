package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever writes a manifest or a redirect tries to make the probe ask what only the probe can reach. INNER is a port on this machine that
 * nobody has allowed; not even a connection may come in there.
 */
class SsrfTest {
    private static final String ATTACKS = """
            http://127.0.0.1:INNER/admin
            http://localhost:INNER/
            http://LOCALHOST.:INNER/
            //127.0.0.1:INNER/
            http://127.1:INNER/
            http://127.0.1:INNER/
            http://2130706433:INNER/
            http://0x7f000001:INNER/
            http://0x7f.1:INNER/
            http://0177.0.0.1:INNER/
            http://0:INNER/
            http://0.0.0.0:INNER/
            http://127.0.0.2:INNER/
            http://[::1]:INNER/
            http://[::]:INNER/
            http://[::ffff:127.0.0.1]:INNER/
            http://[::ffff:7f00:1]:INNER/
            http://[::127.0.0.1]:INNER/
            http://[64:ff9b::7f00:1]:INNER/
            http://[64:ff9b:1::7f00:1]:INNER/
            http://[64:ff9b:1::a9fe:a9fe]/latest/meta-data/
            http://198.18.0.1:INNER/
            http://255.255.255.255:INNER/
            http://[2002:7f00:1::]:INNER/
            http://[0:0:0:0:0:0:0:1]:INNER/
            http://[::1%25lo]:INNER/
            http://127.0.0.1%2f@127.0.0.1:INNER/
            http://cdn.example@127.0.0.1:INNER/
            http://cdn.example:80@127.0.0.1:INNER/
            http://127.0.0.1:INNER#@cdn.example/
            http://127.0.0.1:INNER\\@cdn.example/
            http:127.0.0.1:INNER/
            http:/127.0.0.1:INNER/
            http:\\\\127.0.0.1:INNER\\
            http://１２７.0.0.1:INNER/
            http://127。0。0。1:INNER/
            http://ⓛocalhost:INNER/
            http://127.0.0.1:0INNER/
            http://127.0.0.1:INNER0/
            http://127.0.0.1 :INNER/
            http://127.0.0.1\t:INNER/
            http://127.0.0.1:INNER/%0d%0aHost:%20evil
            http://rebound.example:INNER/
            http://mixed.example:INNER/
            https://127.0.0.1:INNER/
            HTTP://127.0.0.1:INNER/
            http://169.254.169.254/latest/meta-data/
            http://metadata.example/computeMetadata/v1/
            http://100.100.100.200/latest/meta-data/
            http://[fd00:ec2::254]/latest/meta-data/
            http://168.63.129.16/machine?comp=goalstate
            file:///etc/passwd
            file://127.0.0.1:INNER/
            ftp://127.0.0.1:INNER/
            gopher://127.0.0.1:INNER/_GET%20/
            dict://127.0.0.1:INNER/
            jar:http://127.0.0.1:INNER/!/
            data:text/plain,x
            javascript:alert(1)
            unix:/run/docker.sock
            """;

    private static final HostNames NAMES = (host, found, notFound) -> {
        switch (host) {
            case "rebound.example" -> found.accept(List.of(address("127.0.0.1")));
            case "mixed.example" -> found.accept(List.of(address("10.0.0.1"), address("127.0.0.1")));
            case "metadata.example" -> found.accept(List.of(address("169.254.169.254")));
            default -> notFound.accept(new HostNames.Unresolved(true, host + " never resolves"));
        }
    };

    private final AtomicInteger asked = new AtomicInteger();
    private final Vertx servers = Vertx.vertx();
    private Loopback loopback;
    private String location = "";
    private int layer;
    private int inner;

    static List<String> attacks() {
        return ATTACKS.lines().toList();
    }

    @BeforeEach
    void start() {
        layer = server(socket -> socket.handler(request ->
                say(socket, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n")));
        inner = server(socket -> {
            asked.incrementAndGet();
            socket.close();
        });
        loopback = new Loopback(ProbeOptions.of("test", new TargetGuard(Set.of("127.0.0.1:" + layer))), NAMES);
    }

    @AfterEach
    void stop() {
        loopback.close();
        Loopback.await(servers.close());
    }

    private int server(Handler<NetSocket> connected) {
        return Loopback.await(
                        servers.createNetServer().connectHandler(connected).listen(0, "127.0.0.1"))
                .actualPort();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asAManifestSaysIt(String attack) {
        String reference = attack.replace("INNER", "" + inner);
        try {
            Url url = url("http://127.0.0.1:" + layer + "/live/master.m3u8").resolve(reference);
            Exchange answer = loopback.get(url, Loopback.LIMITS);
            assertThat(answer)
                    .as(url.toString())
                    .isInstanceOfSatisfying(
                            Exchange.Failed.class,
                            failed -> assertThat(failed.failure()).isIn(Failure.FORBIDDEN_TARGET, Failure.DNS));
        } catch (BadUrl refused) {
            assertThat(refused).hasMessageNotContaining("\t");
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void asARedirectSaysIt(String attack) {
        location = attack.replace("INNER", "" + inner);

        Exchange answer = loopback.get(url(layer, "/live/master.m3u8"), Loopback.LIMITS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Exchange.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isIn(Failure.FORBIDDEN_TARGET, Failure.DNS, Failure.BAD_REDIRECT));
        assertThat(asked).hasValue(0);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
