package io.rungwatch.systemd;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd, where it started us: it is told when we are ready, what we do, and again and again that we are alive. A probe that hangs is
 * started again.
 */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final String READY = "READY=1";

    private final EventLoopGroup group;
    private final Channel channel;
    private final Optional<Duration> watchdog;

    private Supervisor(EventLoopGroup group, Channel channel, Optional<Duration> watchdog) {
        this.group = group;
        this.channel = channel;
        this.watchdog = watchdog;
    }

    /** Empty where nobody supervises us. */
    public static Optional<Supervisor> of(Map<String, String> environment) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        return socket.isEmpty() ? Optional.empty() : Optional.of(connect(socket, watchdog(environment)));
    }

    private static Supervisor connect(String socket, Optional<Duration> watchdog) {
        String path = socket.startsWith("@") ? "\0" + socket.substring(1) : socket;
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        Channel channel = new Bootstrap()
                .group(group)
                .channel(EpollDomainDatagramChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(new DomainSocketAddress(path))
                .syncUninterruptibly()
                .channel();
        return new Supervisor(group, channel, watchdog);
    }

    private static Optional<Duration> watchdog(Map<String, String> environment) {
        try {
            long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
            return micros > 0
                    ? Optional.of(Duration.of(micros, java.time.temporal.ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public void ready(String status) {
        send(READY + "\nSTATUS=" + status);
    }

    public void reloading() {
        send("RELOADING=1");
    }

    public void stopping() {
        send("STOPPING=1\nSTATUS=stopping: what is decided is written down");
    }

    /**
     * Twice in the time that it waits, where it waits for it.
     *
     * @param alive completes when everything that has to move has moved; where it does not, systemd hears nothing more
     */
    public void watch(Supplier<CompletionStage<?>> alive, Supplier<String> status) {
        watchdog.ifPresent(time -> {
            long half = time.toNanos() / 2;
            var unusedTimer = group.scheduleAtFixedRate(
                    () -> {
                        var unused = alive.get().thenRun(() -> send("WATCHDOG=1\nSTATUS=" + status.get()));
                    },
                    half,
                    half,
                    TimeUnit.NANOSECONDS);
        });
    }

    private void send(String text) {
        channel.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8))
                .addListener(sent -> {
                    if (!sent.isSuccess()) {
                        LOG.warn("systemd does not hear us: {}", sent.cause().toString());
                    }
                });
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        var unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
