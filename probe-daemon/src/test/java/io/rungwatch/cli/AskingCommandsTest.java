package io.rungwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rungwatch.Main;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands that ask a running probe, against one that is played here. */
class AskingCommandsTest {
    private final Map<String, String> answers = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private HttpServer probe;

    @BeforeEach
    void start() throws IOException {
        probe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        probe.createContext("/", this::answer);
        probe.start();
    }

    @AfterEach
    void stop() {
        probe.stop(0);
    }

    @Test
    void whatIsWellAndKeptOpenSaysSo() {
        answers.put("GET /api/v1/alerts?state=firing", """
                {"alerts":[{"id":"a1","check":"playlist_stale","severity":"major","team":"packager","since":"2026-03-01T00:00:00.123Z",
                "clearedAt":null,"headline":"CH_001 stands still","acknowledged":null,"silence":null,
                "held":{"since":"2026-03-01T00:02:10.123Z","until":"2026-03-01T00:12:10.123Z"}}]}""");

        assertThat(run("alerts"))
                .contains(
                        "CH_001 stands still",
                        " · well since " + local("HH:mm:ss", "2026-03-01T00:02:10Z") + ", kept open until "
                                + local("HH:mm", "2026-03-01T00:12:10Z") + " because it comes and goes\n");
    }

    @Test
    void whoHadItInHandIsNamed() {
        answers.put(
                "POST /api/v1/alerts/a1/ack",
                "{\"headline\":\"CH_001 stands still\",\"before\":{\"by\":\"tran\",\"note\":\"looking\"}}");
        assertThat(run("ack", "a1", "--by", "le"))
                .isEqualTo("0 was in hand already: tran, looking\nin hand: CH_001 stands still\n");

        answers.put("POST /api/v1/alerts/a1/ack", "{\"headline\":\"CH_001 stands still\"}");
        assertThat(run("ack", "a1", "--by", "le")).isEqualTo("0 in hand: CH_001 stands still\n");
    }

    private static final String SILENCE = """
            {"id":"5ca1ab1e","match":{"channel":["CH_999","CH_00*"],"check":["playlist_stale"]},"until":"2026-03-01T00:12:10.123456789Z",
            "reason":"encoder swap","by":"tran","covers":1,"unwatched":["CH_999"]}""";

    @Test
    void aSilenceIsSaidForPeople() {
        String said = "5ca1ab1e · channel: CH_999 or CH_00*, check: playlist_stale · until "
                + local("MM-dd HH:mm:ss", "2026-03-01T00:12:10Z") + " · encoder swap (tran)\n";
        answers.put("POST /api/v1/silences", SILENCE);
        answers.put("GET /api/v1/silences", "{\"silences\":[" + SILENCE + "]}");

        assertThat(run("silence", "add", "--match", "channel=CH_999", "--for", "10m", "--reason", "encoder swap"))
                .isEqualTo(
                        "0 silence " + said + "It covers 1 alert that fires.\nBeware: no channel CH_999 is watched.\n");
        assertThat(run("silence", "list")).isEqualTo("0 " + said);
    }

    @Test
    void whereNoTlsIsSpokenNoCertificateIsMissing() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            int port = vertx.createHttpServer()
                    .requestHandler(asked -> asked.response().end())
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS)
                    .actualPort();

            assertThat(ask("https://127.0.0.1:" + port, "alerts"))
                    .isEqualTo("2 rungwatch: https://127.0.0.1:" + port + " speaks no TLS; use http://127.0.0.1:" + port
                            + "\n");
        } finally {
            vertx.close();
        }
    }

    private static String local(String pattern, String at) {
        return DateTimeFormatter.ofPattern(pattern)
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(at));
    }

    private void answer(HttpExchange asked) throws IOException {
        String what = asked.getRequestMethod() + " " + asked.getRequestURI();
        byte[] body = answers.getOrDefault(what, "{\"error\":\"not played: " + what + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(answers.containsKey(what) ? 200 : 404, body.length);
        try (asked) {
            asked.getResponseBody().write(body);
        }
    }

    /** The exit code and what it says. */
    private String run(String... arguments) {
        return ask("http://127.0.0.1:" + probe.getAddress().getPort(), arguments);
    }

    private String ask(String url, String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--url";
        all[arguments.length + 1] = url;
        return main.execute(all) + " " + out;
    }
}
