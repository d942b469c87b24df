package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/** The name service. Answers on the event loop; a name that hangs holds up nobody else. */
interface HostNames {
    /** An empty list never comes: a name without addresses is a failure. */
    void resolve(String host, Consumer<List<InetAddress>> found, Consumer<String> notFound);
}
