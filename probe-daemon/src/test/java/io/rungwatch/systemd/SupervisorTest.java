package io.rungwatch.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.DomainDatagramPacket;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at the socket that systemd names. */
class SupervisorTest {
    @TempDir
    private Path folder = Path.of("");

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Channel systemd;

    @BeforeEach
    void listen() {
        systemd = new Bootstrap()
                .group(group)
                .channel(EpollDomainDatagramChannel.class)
                .handler(new SimpleChannelInboundHandler<DomainDatagramPacket>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, DomainDatagramPacket packet) {
                        heard.add(packet.content().toString(StandardCharsets.UTF_8));
                    }
                })
                .bind(new DomainSocketAddress(folder.resolve("notify").toFile()))
                .syncUninterruptibly()
                .channel();
    }

    @AfterEach
    void stop() {
        systemd.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private Supervisor supervisor(String watchdogMicros) {
        return Supervisor.of(
                        Map.of("NOTIFY_SOCKET", folder.resolve("notify").toString(), "WATCHDOG_USEC", watchdogMicros))
                .orElseThrow();
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS)).orElse("nothing");
    }

    @Test
    void itIsToldOfEachStep() throws Exception {
        try (Supervisor supervisor = supervisor("0")) {
            supervisor.ready("watching 50 channels, nothing is wrong");
            supervisor.reloading();
            supervisor.stopping();

            assertThat(next()).isEqualTo("READY=1\nSTATUS=watching 50 channels, nothing is wrong");
            assertThat(next()).isEqualTo("RELOADING=1");
            assertThat(next()).startsWith("STOPPING=1");
        }
    }

    @Test
    void itHearsThatWeLive() throws Exception {
        try (Supervisor supervisor = supervisor("2000")) {
            supervisor.watch(() -> CompletableFuture.completedFuture(null), () -> "well");

            assertThat(next()).isEqualTo("WATCHDOG=1\nSTATUS=well");
            assertThat(next()).isEqualTo("WATCHDOG=1\nSTATUS=well");
        }
    }

    @Test
    void whoHangsSaysNothing() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (Supervisor supervisor = supervisor("2000")) {
            supervisor.watch(
                    () -> {
                        asked.add("are you there?");
                        return new CompletableFuture<Void>();
                    },
                    () -> "well");
            for (int times = 0; times < 3; times++) {
                assertThat(asked.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
            supervisor.reloading();

            assertThat(next()).isEqualTo("RELOADING=1");
        }
    }

    @Test
    void whoIsNotSupervisedTellsNobody() {
        assertThat(Supervisor.of(Map.of())).isEmpty();
    }
}
