package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import io.rungwatch.notify.WebhookSettings.Format;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a manifest, a name or a reason holds: Slack, Teams and PagerDuty take what they are told. */
@Timeout(60)
class VendorsTest {
    private static final Links PUBLIC = new Links(Optional.of("https://noc.example/rungwatch"), Optional.empty());

    private static final List<String> NASTY = List.of(
            "short",
            "&".repeat(20_000),
            "<!channel>".repeat(3_000),
            "\uD83D\uDE00".repeat(10_001),
            "x\uD83D\uDE00".repeat(10_001),
            "ố".repeat(20_000),
            "[*`\\]".repeat(5_000),
            "\u0000\n\"".repeat(5_000));

    private final Vertx vertx = Vertx.vertx();
    private final List<byte[]> taken = Collections.synchronizedList(new ArrayList<>());
    private Vendor vendor = Vendor.SLACK;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    String problem = vendor.problem(body.getBytes());
                    if (problem.isEmpty()) {
                        taken.add(body.getBytes());
                        request.response().setStatusCode(202).end("ok");
                    } else {
                        request.response().setStatusCode(400).end(problem);
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void deliver(Message... messages) throws Exception {
        WebhookSettings settings = new WebhookSettings(
                Url.parse("http://127.0.0.1:" + server.actualPort() + "/hook"),
                Optional.empty(),
                Format.valueOf(vendor.name()),
                vendor == Vendor.PAGERDUTY ? Optional.of("R0UT1NGKEY") : Optional.empty(),
                Duration.ofSeconds(10));
        try (WebhookNotifier hook = new WebhookNotifier(vertx, settings, InstantSource.system(), PUBLIC)) {
            for (Message message : messages) {
                hook.deliver(message);
            }
        }
    }

    static Stream<Arguments> deliveries() {
        return Stream.of(Vendor.values())
                .flatMap(vendor -> IntStream.range(0, NASTY.size()).mapToObj(text -> Arguments.of(vendor, text)));
    }

    /** One that they refuse would be passed over. */
    @ParameterizedTest
    @MethodSource("deliveries")
    void everythingIsTaken(Vendor to, int text) throws Exception {
        vendor = to;
        Notice notice = notice(NASTY.get(text), Severity.CRITICAL);
        List<Message> messages = Stream.of(Message.Kind.values())
                .map(kind -> new Message(kind, Messages.SINCE, notice))
                .toList();

        deliver(messages.toArray(Message[]::new));

        int lapsed = to == Vendor.PAGERDUTY ? 1 : 0;
        assertThat(taken).hasSize(Message.Kind.values().length + lapsed);
    }

    @ParameterizedTest
    @MethodSource("severities")
    void ofEachSeverityAndOfTheProbeItself(Vendor to, Severity severity) throws Exception {
        vendor = to;
        Notice usual = notice("usual", severity);
        Fault own = Messages.frozen(severity, "probe", Messages.SINCE);

        deliver(new Message(Message.Kind.RAISED, Messages.SINCE, usual), raised(own));

        assertThat(taken).hasSize(2);
    }

    static Stream<Arguments> severities() {
        return Stream.of(Vendor.values())
                .flatMap(vendor -> Stream.of(Severity.values()).map(severity -> Arguments.of(vendor, severity)));
    }

    /** To a PagerDuty a trigger of what somebody has in hand is a line in its log. */
    @Test
    void whatGetsWorseThanSomebodyHasInHandWakesSomebody() throws Exception {
        vendor = Vendor.PAGERDUTY;
        Notice notice = notice("usual", Severity.MAJOR);
        Message raised = new Message(Message.Kind.RAISED, Messages.SINCE, settled(notice));
        Message acknowledged = new Message(Message.Kind.ACKNOWLEDGED, Messages.SINCE, settled(notice));
        Message changed = new Message(Message.Kind.CHANGED, Messages.SINCE, settled(notice));
        Message worse = new Message(Message.Kind.CHANGED, Messages.SINCE, notice);

        deliver(raised, acknowledged, changed);
        assertThat(incidents().state(notice.id())).isEqualTo("acknowledge");
        assertThat(incidents().woken()).isEqualTo(1);
        deliver(worse);
        assertThat(incidents().state(notice.id())).isEqualTo("trigger");
        assertThat(incidents().woken()).isEqualTo(2);
        deliver(Messages.ended(worse, Message.Kind.CLEARED, Messages.SINCE.plusSeconds(60)));
        assertThat(incidents().state(notice.id())).isEqualTo("resolve");
    }

    private Vendor.Incidents incidents() {
        Vendor.Incidents incidents = new Vendor.Incidents();
        taken.forEach(body -> incidents.take(Json.read(body)));
        return incidents;
    }

    private static Message raised(Fault fault) {
        return new Message(Message.Kind.RAISED, Messages.SINCE, Messages.firing(fault));
    }

    private static Notice settled(Notice notice) {
        return new Notice(
                notice.id(),
                notice.fault(),
                0,
                notice.lapsed(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A group of three thousand channels, worse than somebody had in hand. */
    private static Notice notice(String text, Severity severity) {
        String name = text.substring(0, Math.min(64, text.length()));
        List<String> many = IntStream.range(0, 3_000).mapToObj(i -> name + i).toList();
        Instant at = Messages.SINCE;
        Fault fault = new Fault(
                text,
                new Fault.What(text, severity, text, text, text),
                new Fault.Place(many, text, text, text, text, many, many),
                new Fault.Words(text, text, text, text),
                Map.of("example", text, "list", many),
                many,
                many,
                at,
                at);
        Acknowledgement given = new Acknowledgement(text, at, text, Severity.MINOR);
        return new Notice(
                "a81f00c2", fault, 3, Optional.empty(), Optional.of(given), many, Optional.empty(), Optional.empty());
    }
}
