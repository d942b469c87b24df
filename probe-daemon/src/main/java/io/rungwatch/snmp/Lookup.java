package io.rungwatch.snmp;

import io.rungwatch.notify.Undelivered;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where a name leads just now; a name server that is silent holds up nobody for long. */
final class Lookup {
    private static final int LONGEST_SECONDS = 3;

    private Lookup() {}

    static InetAddress of(String host) throws Undelivered, InterruptedException {
        FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(host));
        Thread.ofVirtual().name("lookup " + host).start(lookup);
        try {
            return lookup.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Undelivered.failed("no address is known of '" + host + "'; check the name, or the name server");
        } catch (TimeoutException e) {
            throw Undelivered.failed(
                    "the name server did not say in " + LONGEST_SECONDS + " s where '" + host + "' is");
        }
    }
}
