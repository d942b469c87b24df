package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.0.1",
                "168.63.129.16",
                "::",
                "::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::"
            })
    void privateIs(String address) throws UnknownHostException {
        assertThat(TargetGuard.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1", "128.0.0.1",
                "169.253.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1", "192.169.0.1", "2001:db8::1",
                "2606:4700::1111", "64:ff9b::1.1.1.1", "2002:101:101::", "fbff::1", "ff02::1"
            })
    void publicIs(String address) throws UnknownHostException {
        assertThat(TargetGuard.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aConfiguredHostMayBePrivateOnItsPorts() {
        TargetGuard guard = new TargetGuard(Set.of("Packager-VIP", "edge:8080"));
        InetAddress inside = InetAddress.getLoopbackAddress();

        assertThat(guard.forbids("packager-vip", 80, inside)).isFalse();
        assertThat(guard.forbids("PACKAGER-vip", 81, inside)).isFalse();
        assertThat(guard.forbids("edge", 8080, inside)).isFalse();
        assertThat(guard.forbids("edge", 22, inside)).isTrue();
        assertThat(guard.forbids("other", 8080, inside)).isTrue();
    }
}
