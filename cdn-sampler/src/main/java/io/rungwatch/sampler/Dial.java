package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.CONNECT;
import static io.rungwatch.exchange.Failure.CONNECT_TIMEOUT;
import static io.rungwatch.exchange.Failure.FORBIDDEN_TARGET;
import static io.rungwatch.exchange.Failure.NO_FREE_CONNECTION;
import static io.rungwatch.exchange.Failure.TLS;

import io.netty.channel.Channel;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandler;
import io.rungwatch.exchange.Failure;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A new connection for one visit, TCP and TLS each measured: Vert.x' HTTP client shows them only as one. Like a player it tries a
 * name's next address when one refuses.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a channel that closes says so by itself
final class Dial {
    private final HttpProbe probe;
    private final HostPool pool;
    private final Visit visit;
    private final List<InetAddress> addresses;
    private final int turn;
    private int tried;

    Dial(HttpProbe probe, HostPool pool, Visit visit, List<InetAddress> addresses, int turn) {
        this.probe = probe;
        this.pool = pool;
        this.visit = visit;
        this.addresses = addresses;
        this.turn = turn;
    }

    void next() {
        if (visit.over()) {
            pool.slotFree();
            return;
        }
        Endpoint endpoint = pool.endpoint();
        InetAddress address = addresses.get(Math.floorMod(turn + tried++, addresses.size()));
        if (probe.guard().forbids(endpoint.host(), endpoint.port(), address)) {
            giveUp(FORBIDDEN_TARGET, forbidden(endpoint, address));
            return;
        }
        visit.enter(Stage.CONNECTING);
        visit.remote(remote(endpoint, address));
        ConnectOptions options = new ConnectOptions()
                .setRemoteAddress(SocketAddress.inetSocketAddress(new InetSocketAddress(address, endpoint.port())))
                .setTimeout(Math.clamp(visit.limits().connect().toMillis(), 1, Integer.MAX_VALUE));
        probe.context()
                .emit(
                        options,
                        o -> probe.net().connect(o).onComplete(socket -> connected(address, socket), this::refused));
    }

    private void refused(Throwable cause) {
        if (isOurs(cause)) {
            giveUp(NO_FREE_CONNECTION, "the probe's own machine has no socket free: " + Wording.quoted(words(cause)));
        } else if (tried < addresses.size()) {
            next();
        } else if (cause instanceof ConnectTimeoutException) {
            giveUp(
                    CONNECT_TIMEOUT,
                    "no connection to " + visit.remote() + " within "
                            + Wording.of(visit.limits().connect()));
        } else {
            giveUp(CONNECT, visit.remote() + ": " + reason(String.valueOf(cause.getMessage())));
        }
    }

    /** Limits of files and of memory: the host was never asked, and would have answered. */
    static boolean isOurs(Throwable cause) {
        String words = words(cause);
        return words.contains("Too many open files")
                || words.contains("No buffer space available")
                || words.contains("Cannot allocate memory");
    }

    /** A socket that cannot be made is told by what is behind the failure. */
    private static String words(Throwable cause) {
        Throwable first = cause;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }

    private void connected(InetAddress address, NetSocket socket) {
        Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        if (visit.over()) {
            close(channel);
        } else if (pool.endpoint().secure()) {
            handshake(address, channel);
        } else {
            ready(address, channel);
        }
    }

    private void handshake(InetAddress address, Channel channel) {
        visit.enter(Stage.HANDSHAKING);
        SslHandler tls = new SslHandler(probe.options().trust().engine(pool.endpoint()), Thread::startVirtualThread);
        tls.setHandshakeTimeoutMillis(visit.limits().connect().toMillis());
        tls.handshakeFuture().addListener(done -> {
            if (visit.over()) {
                close(channel);
                return;
            }
            Throwable trouble =
                    done.isSuccess() ? TlsTrouble.outOfDate(tls.engine().getSession()) : done.cause();
            if (trouble == null) {
                ready(address, channel);
            } else {
                channel.close();
                giveUp(TLS, TlsTrouble.describe(pool.endpoint(), visit.remote(), trouble));
            }
        });
        channel.pipeline().addFirst("ssl", tls);
    }

    private void ready(InetAddress address, Channel channel) {
        visit.ask(new Connection(pool, channel, address, remote(pool.endpoint(), address)));
    }

    private void close(Channel channel) {
        channel.close();
        pool.slotFree();
    }

    private void giveUp(Failure failure, String detail) {
        pool.slotFree();
        visit.fail(failure, detail);
    }

    private static String remote(Endpoint endpoint, InetAddress address) {
        String text = address.getHostAddress();
        return (text.indexOf(':') >= 0 ? "[" + text + "]" : text) + ":" + endpoint.port();
    }

    private static String forbidden(Endpoint endpoint, InetAddress address) {
        return endpoint.literal() != null
                ? endpoint + " is a private address and no configured host"
                : endpoint + " resolves to the private address " + address.getHostAddress()
                        + " and is no configured host";
    }

    private static String reason(String message) {
        if (message.contains("refused")) {
            return "connection refused";
        }
        if (message.contains("No route to host")) {
            return "no route to the host";
        }
        return message.contains("unreachable") ? "network unreachable" : Wording.quoted(message);
    }
}
