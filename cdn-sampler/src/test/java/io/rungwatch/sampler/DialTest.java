package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.url.Url;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Names, addresses and the guard in front of them. */
class DialTest {
    private static final ProbeOptions LETTING_LAYER_IN =
            ProbeOptions.of("test", new TargetGuard(Set.of("Layer.example")));

    private static final ProbeOptions FORGETFUL = new ProbeOptions(
            "test", 8, Duration.ofSeconds(30), Duration.ZERO, LETTING_LAYER_IN.guard(), LETTING_LAYER_IN.trust());

    private static final String CLOSING = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @Test
    void aNameThatDoesNotResolve() {
        try (Loopback loopback = new Loopback()) {
            Exchange.Failed failed = loopback.failed(url("http://edge.invalid/"), Loopback.LIMITS);

            assertThat(failed.failure()).isEqualTo(Failure.DNS);
            assertThat(failed.detail()).startsWith("edge.invalid never resolves");
        }
    }

    @Test
    void aNameServiceThatHangs() {
        HostNames silent = (host, found, notFound) -> {};
        try (Loopback loopback = new Loopback(LETTING_LAYER_IN, silent)) {
            Exchange.Failed failed = loopback.failed(url("http://layer.example/"), Loopback.connect(60));

            assertThat(failed.failure()).isEqualTo(Failure.DNS);
            assertThat(failed.detail()).isEqualTo("the name service gave no answer for layer.example within 60 ms");
            assertThat(failed.timing().dns()).isPositive();
        }
    }

    @Test
    void whoeverAsksWhileALookupIsUnderWaySharesIt() {
        List<Consumer<List<InetAddress>>> lookups = new ArrayList<>();
        try (Loopback loopback = new Loopback(LETTING_LAYER_IN, (host, found, notFound) -> lookups.add(found))) {
            int port = loopback.server((socket, request) -> say(socket, ok("")));
            Future<Exchange> first = loopback.start(layer(port), Loopback.LIMITS);
            Future<Exchange> second = loopback.start(layer(port), Loopback.LIMITS);
            loopback.onTheLoop(() -> lookups.getFirst().accept(List.of(address("127.0.0.1"))));

            assertThat(Loopback.await(first)).isInstanceOf(Exchange.Answered.class);
            assertThat(Loopback.await(second)).isInstanceOf(Exchange.Answered.class);
            assertThat(lookups).hasSize(1);
        }
    }

    @Test
    void theHostsFileIsRead() {
        try (Loopback loopback = new Loopback()) {
            int port = loopback.server((socket, request) -> say(socket, ok(request)));

            Exchange.Answered answer = loopback.answered(url("http://localhost:" + port + "/"));

            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Host: localhost:" + port);
            assertThat(answer.timing().dns()).isPositive();
        }
    }

    @Test
    void aRefusedConnection() throws IOException {
        int port = closedPort();
        try (Loopback loopback = new Loopback()) {
            Exchange.Failed failed = loopback.failed(url(port, "/"), Loopback.LIMITS);

            assertThat(failed.failure()).isEqualTo(Failure.CONNECT);
            assertThat(failed.detail()).isEqualTo("127.0.0.1:" + port + ": connection refused");
            assertThat(failed.timing().reused()).isFalse();
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() {
        try (Loopback loopback = new Loopback(LETTING_LAYER_IN, names("127.0.0.2", "127.0.0.1"))) {
            int port = loopback.server((socket, request) -> say(socket, ok("")));

            assertThat(answered(loopback, port).remoteAddress()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void aNameThatResolvesToAPrivateAddressIsRefused() {
        for (String address : List.of("127.0.0.1", "10.1.2.3", "fd00::1", "::ffff:192.168.0.1")) {
            try (Loopback loopback = new Loopback(Loopback.options(), names(address))) {
                Exchange.Failed failed = loopback.failed(url("http://rebound.example/"), Loopback.LIMITS);

                assertThat(failed.failure()).isEqualTo(Failure.FORBIDDEN_TARGET);
                assertThat(failed.detail()).contains("rebound.example:80 resolves to the private address");
            }
        }
    }

    @Test
    void aConfiguredHostMayBePrivateUntilTheConfigurationChanges() {
        try (Loopback loopback = new Loopback(LETTING_LAYER_IN, names("127.0.0.1"))) {
            int port = loopback.server((socket, request) -> say(socket, ok("")));
            assertThat(answered(loopback, port).status()).isEqualTo(200);

            loopback.probe().guard(new TargetGuard(Set.of()));

            assertThat(loopback.failed(layer(port), Loopback.LIMITS).failure()).isEqualTo(Failure.FORBIDDEN_TARGET);
        }
    }

    @Test
    void aNameThatMovesIsFollowed() {
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1"));
        HostNames moving = (host, found, notFound) -> found.accept(List.of(address(addresses.getLast())));
        try (Loopback loopback = new Loopback(FORGETFUL, moving)) {
            int port = loopback.server((socket, request) -> say(socket, ok("")));
            answered(loopback, port);
            assertThat(answered(loopback, port).timing().reused()).isTrue();

            addresses.add("127.0.0.2");

            assertThat(loopback.failed(layer(port), Loopback.LIMITS).detail()).startsWith("127.0.0.2:" + port);
        }
    }

    @Test
    void aSocketThatCannotBeMadeIsOurs() {
        Throwable limit = new SocketException("newSocketStreamFd(..) failed with error(-24): Too many open files");
        assertThat(Dial.isOurs(new ChannelException(limit))).isTrue();
        assertThat(Dial.isOurs(new ConnectException("connection refused"))).isFalse();
        assertThat(Dial.isOurs(new ConnectException())).isFalse();
    }

    @Test
    void whatWasKnownIsBelievedWhileTheNameServiceIsSilent() {
        List<HostNames> now = new ArrayList<>(List.of(names("127.0.0.1")));
        try (Loopback loopback =
                new Loopback(FORGETFUL, (host, found, not) -> now.getLast().resolve(host, found, not))) {
            int port = loopback.server((socket, request) -> say(socket, CLOSING));
            answered(loopback, port);

            now.add((host, found, notFound) -> {});
            assertThat(answered(loopback, port).timing().reused()).isFalse();
            assertThat(answered(loopback, port).status()).isEqualTo(200);
        }
    }

    @Test
    void whatWasKnownIsBelievedWhileTheNameServiceFails() {
        List<HostNames> now = new ArrayList<>(List.of(names("127.0.0.1")));
        try (Loopback loopback =
                new Loopback(FORGETFUL, (host, found, not) -> now.getLast().resolve(host, found, not))) {
            int port = loopback.server((socket, request) -> say(socket, CLOSING));
            answered(loopback, port);

            now.add((host, found, notFound) -> notFound.accept(new HostNames.Unresolved(false, "SERVFAIL")));
            assertThat(answered(loopback, port).status()).isEqualTo(200);
            assertThat(answered(loopback, port).status()).isEqualTo(200);
            now.add((host, found, notFound) -> notFound.accept(new HostNames.Unresolved(true, "no such name")));
            assertThat(loopback.failed(layer(port), Loopback.LIMITS).failure())
                    .as("that it is gone is believed")
                    .isEqualTo(Failure.DNS);
        }
    }

    private static Exchange.Answered answered(Loopback loopback, int port) {
        return loopback.answered(layer(port));
    }

    private static Url layer(int port) {
        return url("http://layer.example:" + port + "/");
    }

    private static HostNames names(String... addresses) {
        return (host, found, notFound) ->
                found.accept(List.of(addresses).stream().map(DialTest::address).toList());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
