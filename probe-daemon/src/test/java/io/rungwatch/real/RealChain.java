package io.rungwatch.real;

import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** nginx as origin over a folder, varnish as midcache, and edges of nginx with a cache each: Debian's, on ports of their own. */
final class RealChain implements AutoCloseable {
    private final String name;
    private final Server origin;
    private final Server mid;
    private final List<Server> edges = new ArrayList<>();
    private final List<AutoCloseable> beside = new ArrayList<>();

    /**
     * Starts it; when this returns, all layers answer.
     *
     * @param name behind the layers' own, where several chains are watched together
     */
    RealChain(String name, Path www, Path folder, int edges) throws Exception {
        this.name = name;
        origin = Server.nginx("origin.conf", folder.resolve("origin"), Map.of("WWW", www.toString()));
        mid = Server.varnish("mid.vcl", folder.resolve("mid"), upstream(origin));
        for (int i = 1; i <= edges; i++) {
            Map<String, String> values = Map.of("NAME", "edge" + i, "UPSTREAM", Integer.toString(mid.port()));
            this.edges.add(Server.nginx("edge.conf", folder.resolve("edge" + i), values));
        }
    }

    private static Map<String, String> upstream(Server above) {
        return Map.of("UPSTREAM", Integer.toString(above.port()));
    }

    Server origin() {
        return origin;
    }

    Server mid() {
        return mid;
    }

    /** From 1. */
    Server edge(int number) {
        return edges.get(number - 1);
    }

    /** As a configuration has them, upstream first. */
    List<Layer> layers() throws Exception {
        List<Layer> layers = new ArrayList<>();
        layers.add(layer("origin", Layer.Kind.ORIGIN, origin));
        layers.add(layer("mid", Layer.Kind.MIDCACHE, mid));
        for (int i = 1; i <= edges.size(); i++) {
            layers.add(layer("edge" + i, Layer.Kind.EDGE, edge(i)));
        }
        return layers;
    }

    private Layer layer(String kind, Layer.Kind word, Server server) throws Exception {
        return new Layer(kind + "-" + name, word, "cdn", Url.parse(server.base()), Optional.empty());
    }

    /** What a fault needs for as long as it lasts. */
    <T extends AutoCloseable> T with(T more) {
        beside.add(more);
        return more;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable more : beside) {
            more.close();
        }
        for (Server edge : edges) {
            edge.close();
        }
        mid.close();
        origin.close();
    }
}
