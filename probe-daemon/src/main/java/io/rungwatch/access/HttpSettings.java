package io.rungwatch.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the probe is asked.
 *
 * @param listen not resolved when it is a name other than localhost
 * @param grants who may ask; where there is none, everybody on this machine may read
 * @param publicUrl where people reach the probe, without a slash at its end
 */
public record HttpSettings(
        InetSocketAddress listen, Optional<TlsFiles> tls, List<Grant> grants, Optional<String> publicUrl) {

    /** Whoever reaches it may read: nobody else than this machine does. */
    public boolean open() {
        return grants.isEmpty()
                && Optional.ofNullable(listen.getAddress())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** Where this machine reaches it. */
    public URI here(int port) {
        String host = listen.getHostString();
        String name =
                host.equals("0.0.0.0") || host.equals("::") || host.equals("0:0:0:0:0:0:0:0") ? "127.0.0.1" : host;
        return URI.create((tls.isPresent() ? "https://" : "http://") + (name.contains(":") ? "[" + name + "]" : name)
                + ":" + port);
    }

    public URI here() {
        return here(listen.getPort());
    }

    /** Without TLS and without grants: what tests and the demo need. */
    public static HttpSettings onlyHere(InetSocketAddress listen) {
        return new HttpSettings(listen, Optional.empty(), List.of(), Optional.empty());
    }
}
