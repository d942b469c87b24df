package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/** The name service. Answers on the event loop; a name that hangs holds up nobody else. */
interface HostNames {
    /**
     * Why there is no address.
     *
     * @param denied there is no such name, says who should know; else nobody said anything, and what was known may still be true
     */
    record Unresolved(boolean denied, String why) {}

    /** An empty list never comes: a name without addresses is a failure. */
    void resolve(String host, Consumer<List<InetAddress>> found, Consumer<Unresolved> notFound);
}
