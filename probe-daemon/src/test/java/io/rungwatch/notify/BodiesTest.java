package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out, byte for byte. `-Dupdate=true` rewrites the files beside. */
class BodiesTest {
    static final Path GOLDEN =
            Path.of(System.getProperty("project.root", ".."), "probe-daemon/src/test/resources/notify");

    private static final Map<String, Function<Message, Map<String, @Nullable Object>>> FORMATS = Map.of(
            "rungwatch", message -> Told.of(message, Messages.LINKS),
            "slack", message -> SlackBody.of(message, Messages.LINKS),
            "teams", message -> TeamsBody.of(message, Messages.LINKS),
            "pagerduty",
                    message -> PagerDutyBody.of(message, "R0UT1NGKEY", Messages.LINKS)
                            .getLast());

    private static final Map<String, Message> MESSAGES = Map.of(
            "raised", Messages.raised(),
            "acknowledged", Messages.acknowledged(),
            "cleared", Messages.cleared(),
            "group", Messages.group());

    static List<Arguments> bodies() {
        return FORMATS.keySet().stream()
                .sorted()
                .flatMap(format -> MESSAGES.keySet().stream().sorted().map(message -> Arguments.of(format, message)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body(String format, String name) throws IOException {
        Message message = MESSAGES.getOrDefault(name, Messages.raised());
        String body = Json.pretty(Objects.requireNonNull(FORMATS.get(format)).apply(message)) + "\n";
        Path file = GOLDEN.resolve(format + "/" + name + ".json");
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, body);
        }
        assertThat(body).isEqualTo(Files.readString(file));
    }

    @Test
    void noRoomIsCalledTogetherAndNoLinkHidden() {
        assertThat(Json.write(SlackBody.of(Messages.group(), Messages.LINKS)))
                .doesNotContain("<!")
                .contains("&lt;!channel&gt;");
        assertThat(Json.write(TeamsBody.of(Messages.group(), Messages.LINKS))).contains("\\\\[free\\\\](http");
    }

    @Test
    void howeverLongTheTextsAreTheRoomsTakeThem() {
        String longest = "&".repeat(20_000);
        Message raised = Messages.raised();
        Message loud = new Message(
                raised.kind(),
                raised.at(),
                Messages.firing(Messages.frozen(raised.notice().fault().severity(), longest, Messages.SINCE)));

        String section = Json.read(Json.write(SlackBody.of(loud, Messages.LINKS))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .at("/attachments/0/blocks/0/text/text")
                .asString();
        assertThat(section).hasSizeLessThanOrEqualTo(3_000);
        assertThat(Json.write(TeamsBody.of(loud, Messages.LINKS))).hasSizeLessThan(28 << 10);
    }
}
