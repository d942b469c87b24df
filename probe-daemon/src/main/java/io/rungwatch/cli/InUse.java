package io.rungwatch.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Another program listens where we were to: the transport says only the number of an error. */
final class InUse {
    /** EADDRINUSE of Linux, as the native transport tells it. */
    private static final String NUMBER = "error(-98)";

    private InUse() {}

    /** @param otherwise what can be done beside stopping the other program */
    static <T> T told(List<InetSocketAddress> asked, String otherwise, Callable<T> start) throws Exception {
        try {
            return start.call();
        } catch (Exception failure) {
            if (isInUse(failure)) {
                for (InetSocketAddress address : asked) {
                    if (isTaken(address)) {
                        throw new IOException(
                                text(address) + " is in use by another program: stop it" + otherwise, failure);
                    }
                }
            }
            throw failure;
        }
    }

    static List<InetSocketAddress> onLoopback(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
    }

    private static boolean isInUse(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains(NUMBER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTaken(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return false;
        } catch (BindException e) {
            return true;
        }
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
