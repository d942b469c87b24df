package io.rungwatch.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "packager",
                "origin-1.internal",
                "nas.local",
                "nas.local.",
                "a.localhost",
                "127.0.0.1",
                "0.0.0.0",
                "10.255.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "[::1]",
                "[::]",
                "[fd12::1]",
                "[fe80::1]",
                "[::ffff:10.0.0.1]"
            })
    void onlyTheirOwnNetworkKnows(String host) {
        assertThat(Hosts.isPrivate(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "a.localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
    void onlyTheirOwnMachineKnows(String host) {
        assertThat(Hosts.isLoopback(host)).isTrue();
        assertThat(Hosts.isPrivate(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"packager", "10.0.0.1", "127.0.0.1.example.net", "localhost.example.net", "[fe80::1]"})
    void othersKnow(String host) {
        assertThat(Hosts.isLoopback(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edge.example.net",
                "internal.example.net",
                "1.1.1.1",
                "11.0.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "[2001:db8::1]",
                "[fd::1]",
                "[::ffff:1.1.1.1]",
                "10.0.0.1.example.net"
            })
    void theWorldKnows(String host) {
        assertThat(Hosts.isPrivate(host)).isFalse();
    }
}
