package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Manifests and redirects are foreign input: without this, whoever writes one could make the probe read the cloud's metadata service or
 * a neighbour's admin port. A private address is a target only where the configuration names the host, as `host` or `host:port`.
 */
public record TargetGuard(Set<String> allowed) {
    private static final int[][] PRIVATE_V4 = {
        {0, 0, 8},
        {10, 0, 8},
        {100, 64, 10}, // shared address space; 100.100.100.200 is a metadata service
        {127, 0, 8},
        {169, 254, 16}, // link-local; 169.254.169.254 is the metadata service
        {172, 16, 12},
        {192, 168, 16},
        {198, 18, 15}, // of benchmarks, and of translators inside a network
        {224, 0, 3}, // multicast, and what is reserved
    };

    public TargetGuard {
        allowed = allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Asked about the address that is then connected to: a name may answer differently a second later. */
    public boolean forbids(String host, int port, InetAddress address) {
        return isPrivate(address) && !allows(host.toLowerCase(Locale.ROOT), port);
    }

    private boolean allows(String host, int port) {
        return allowed.contains(host) || allowed.contains(host + ":" + port);
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPrivateV4(bytes) : isPrivateV6(bytes);
    }

    private static boolean isPrivateV4(byte[] bytes) {
        int first16 = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        for (int[] range : PRIVATE_V4) {
            int mask = 0xffff << (16 - range[2]);
            if ((first16 & mask) == (((range[0] << 8) | range[1]) & mask)) {
                return true;
            }
        }
        // 192.0.0.0/24 and Azure's 168.63.129.16 answer metadata too.
        return (first16 == 0xc000 && bytes[2] == 0) || (first16 == 0xa83f && bytes[2] == (byte) 129 && bytes[3] == 16);
    }

    private static boolean isPrivateV6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        boolean linkOrSiteLocal = first == 0xfe && second >= 0x80;
        boolean translatedHere =
                startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01); // 64:ff9b:1::/48 has no meaning elsewhere
        return uniqueLocal || linkOrSiteLocal || translatedHere || embedsPrivateV4(bytes);
    }

    /** IPv6 that only wraps an IPv4 address: mapped and compatible (`::1` and `::` among them), NAT64, 6to4. */
    private static boolean embedsPrivateV4(byte[] bytes) {
        boolean mapped = zero(bytes, 0, 10) && (zero(bytes, 10, 12) || (bytes[10] == -1 && bytes[11] == -1));
        boolean translated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b) && zero(bytes, 4, 12);
        if (mapped || translated) {
            return isPrivateV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return startsWith(bytes, 0x20, 0x02) && isPrivateV4(Arrays.copyOfRange(bytes, 2, 6));
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
