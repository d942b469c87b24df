package io.rungwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rungwatch.Main;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExplainHeadersCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void whatCurlPrints() throws IOException {
        assertThat(explain("""
                HTTP/2 200
                date: Sun, 01 Mar 2026 12:00:00 GMT
                cache-control: max-age=2
                age: 1
                cache-status: mid1; fwd=uri-miss; stored, edge1; hit; ttl=1
                """)).isEqualTo("""
                0 HIT  a fresh stored copy, at edge1
                  status    200
                  how sure  3 of 3, sure, it is said outright
                  age       1 s
                  ttl       1 s

                why
                  Cache-Status: edge1 says "hit; ttl=1", a fresh stored copy
                  also Age: says "1", a fresh stored copy; which cache, it does not say
                  what stands further up was written when edge1 stored its copy, and tells nothing of this request

                hops of this request, nearest first
                  HIT          edge1                    hit; ttl=1

                recorded when the copy was stored, not this request
                  MISS         mid1                     fwd=uri-miss; stored

                the headers also say
                  declared life: 2 s
                """);
    }

    @Test
    void aVerboseCurlWithARedirect() throws IOException {
        assertThat(explain("""
                * Connected to edge (192.0.2.1) port 80
                > GET /a.m3u8 HTTP/1.1
                > X-Cache: MISS
                >
                < HTTP/1.1 302 Found\r
                < X-Cache: MISS\r
                < \r
                * Connection #0 to host edge left intact
                < HTTP/1.1 404 Not Found\r
                < X-Cache: HIT\r
                < \r
                #EXTM3U
                """)).startsWith("1 HIT").contains("status    404").contains("besides   negative");
    }

    @Test
    void aBodyIsNoHeader() throws IOException {
        assertThat(explain("HTTP/1.1 200 OK\nX-Cache: MISS\n\nX-Cache: HIT\n")).startsWith("0 MISS");
        assertThat(explain("\n\nX-Cache: HIT\nnonsense\n folded\n"))
                .contains("passed over: 1\n")
                .contains("HIT  ");
        assertThat(explain(":status: 503\nX-Cache: Error from cloudfront\n")).startsWith("1 ERROR");
    }

    @Test
    void whatCannotBeTold() throws IOException {
        assertThat(explain("HTTP/1.1 200 OK\nServer: x\n"))
                .startsWith("2 UNKNOWN")
                .contains("no cache header");
        assertThat(explain("")).startsWith("2 rungwatch: no headers in ");
        assertThat(run(folder + "/none")).isEqualTo("2 rungwatch: " + folder + "/none: no such file\n");
    }

    @Test
    void forPrograms() throws IOException {
        String text = explain(
                "HTTP/1.1 504 Gateway Timeout\nCache-Status: edge; fwd=miss\nProxy-Status: edge; error=dns_error\n",
                "--format",
                "json");
        JsonNode json = Json.read(text.substring(2).getBytes(StandardCharsets.UTF_8));

        assertThat(text).startsWith("1 ");
        assertThat(json.path("verdict").asString()).isEqualTo("error");
        assertThat(json.path("hopName").asString()).isEqualTo("edge");
        assertThat(json.path("hop").isNull()).isTrue();
        assertThat(json.path("faults").get(0).path("finding").asString()).isEqualTo("edge_cannot_reach_origin");
        assertThat(json.path("hops").size()).isEqualTo(1);
    }

    @Test
    void aUrlIsAskedOnce() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean debug = exchange.getRequestHeaders().getFirst("Pragma") != null;
            exchange.getResponseHeaders().add("X-Cache", debug ? "TCP_MEM_HIT from a1.x" : "HIT");
            exchange.sendResponseHeaders(200, -1);
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.m3u8";
            assertThat(run(url)).startsWith("0 HIT  a fresh stored copy\n").contains("how sure  1 of 3");
            assertThat(run(url, "--debug-headers")).contains("at edge (a1.x)").contains("besides   memory");
        } finally {
            server.stop(0);
        }
        assertThat(run("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .startsWith("2 rungwatch: http://127");
    }

    private String explain(String pasted, String... options) throws IOException {
        Path file = folder.resolve("headers.txt");
        Files.writeString(file, pasted);
        String[] arguments = Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = file.toString();
        return run(arguments);
    }

    private String run(String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(out, true);
        String[] all = new String[arguments.length + 1];
        all[0] = "explain-headers";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int exit = Main.commandLine().setOut(writer).setErr(writer).execute(all);
        return exit + " " + out;
    }
}
