package io.rungwatch.sampler;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.resolver.NameResolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own resolver settings and hosts file, asked without blocking a thread: the JDK's lookup would hold one for every name
 * that hangs. It keeps answers for their TTL.
 */
final class SystemNames implements HostNames {
    private final NameResolver resolver;
    private final EventLoop loop;

    SystemNames(ContextInternal context) {
        this.resolver = context.owner().nameResolver();
        this.loop = context.nettyEventLoop();
    }

    @Override
    public void resolve(String host, Consumer<List<InetAddress>> found, Consumer<Unresolved> notFound) {
        if (host.toLowerCase(Locale.ROOT).endsWith(".invalid")) {
            notFound.accept(new Unresolved(true, host + " never resolves (RFC 6761)"));
            return;
        }
        resolver.resolveAll(loop, host)
                .addListener((io.netty.util.concurrent.Future<List<InetSocketAddress>> answer) -> {
                    if (answer.isSuccess() && !answer.getNow().isEmpty()) {
                        found.accept(answer.getNow().stream()
                                .map(InetSocketAddress::getAddress)
                                .toList());
                    } else {
                        notFound.accept(new Unresolved(
                                denies(answer.cause()), host + " does not resolve" + reason(answer.cause())));
                    }
                });
    }

    private static boolean denies(@Nullable Throwable cause) {
        return cause != null
                && cause.getCause() instanceof DnsErrorCauseException said
                && said.getCode().equals(DnsResponseCode.NXDOMAIN);
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
    }
}
