package io.rungwatch.sampler;

import io.netty.util.NetUtil;
import io.rungwatch.url.Url;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What a connection is kept for: whoever asks for another scheme, host or port gets another one. */
record Endpoint(boolean secure, String host, int port) {

    static Endpoint of(Url url) {
        return new Endpoint(url.secure(), url.host(), url.port());
    }

    @SuppressWarnings("ConstantValue")
    static boolean isHttp(Url url) {
        return (url.scheme().equals("http") || url.scheme().equals("https"))
                && url.host() != null
                && !url.host().isEmpty()
                && url.port() > 0
                && url.port() <= 0xffff;
    }

    /** As a certificate and the resolver know it: IPv6 without its brackets. */
    String name() {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Nullable
    InetAddress literal() {
        return NetUtil.createInetAddressFromIpAddressString(name());
    }

    String hostHeader() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
