package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Step;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.stage.Channels;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoils each real-looking manifest many times, always in the same ways: nothing is thrown, nothing grows without bound, and what is
 * well-formed to the JDK's parser is so to ours, and the other way round.
 */
class MutationFuzzTest {
    private static final int ROUNDS = 40;
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:37Z");
    private static final XMLInputFactory JDK = XMLInputFactory.newDefaultFactory();

    static {
        JDK.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        JDK.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Bytes as Latin-1. */
    private static final List<String> POISON = List.of(
            "\0",
            "\r",
            "\t",
            "<",
            ">",
            "/",
            "\"",
            "'",
            "=",
            "&",
            "&amp;",
            "&#60;",
            "&#0;",
            "&x;",
            "<!--",
            "-->",
            "--",
            "]]>",
            "<![CDATA[",
            "<?x y?>",
            "<!DOCTYPE MPD>",
            " a:b='1'",
            " id='2'",
            " xmlns:a='b'",
            "<x/>",
            "<S d='1' r='-1'/>",
            "</S>",
            "18446744073709551616",
            "-1",
            "PT9999999999H",
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            " r='9223372036854775807'",
            "9223372036854775807",
            "$Number%99d$",
            "\u00c3\u00a9",
            "\u00c0\u0080");

    static List<Path> manifests() {
        return Mpds.all();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void neverThrowsAndAgreesWithTheJdk(Path file) {
        byte[] original = Mpds.bytes(file);
        Random random = new Random(file.toString().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = original;
            for (int i = random.nextInt(3); i >= 0; i--) {
                body = mutated(body, original, random);
            }
            DashDocument document = Dash.parse(body);
            check(document, body);
            if (document instanceof Mpd mpd) {
                judge(mpd, (Mpd) Dash.parse(original));
            }
        }
    }

    private static byte[] mutated(byte[] body, byte[] other, Random random) {
        int at = random.nextInt(body.length + 1);
        int to = Math.min(body.length, at + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                joined(body, at, POISON.get(random.nextInt(POISON.size())).getBytes(ISO_8859_1), at);
            case 2 -> joined(body, at, new byte[0], to);
            case 3 -> joined(body, at, new byte[] {(byte) (32 + random.nextInt(95))}, Math.min(body.length, at + 1));
            case 4 -> joined(body, at, Arrays.copyOfRange(body, at, to), at);
            default -> joined(body, at, Arrays.copyOfRange(other, other.length / 2, other.length), to);
        };
    }

    private static byte[] joined(byte[] body, int headEnd, byte[] middle, int tailStart) {
        byte[] joined = Arrays.copyOf(body, headEnd + middle.length + body.length - tailStart);
        System.arraycopy(middle, 0, joined, headEnd, middle.length);
        System.arraycopy(body, tailStart, joined, headEnd + middle.length, body.length - tailStart);
        return joined;
    }

    private static void check(DashDocument document, byte[] body) {
        assertThat(document.problems()).hasSizeLessThanOrEqualTo(ProblemKind.values().length * Problems.KEPT_PER_KIND);
        for (Problem problem : document.problems()) {
            assertThat(problem.line()).isBetween(1, body.length + 1);
            assertThat(problem.column()).isPositive();
            assertThat(problem.text().length()).isLessThan(200);
        }
        String text = new String(body, ISO_8859_1);
        boolean judged = document instanceof Mpd && text.strip().startsWith("<") && isPlain(text);
        if (judged) {
            String jdk = complaint(body);
            assertThat(wellFormed(document))
                    .as("%s\nours: %s\nthe JDK's: %s", text, document.problems(), jdk)
                    .isEqualTo(jdk.isEmpty());
        }
        if (document instanceof Mpd mpd) {
            mpd.presentation().tracks().forEach(MutationFuzzTest::use);
        }
    }

    /**
     * Broken encodings and their declarations, which the JDK takes for fatal and we do not, are another test's matter; so are names that
     * begin with a colon, which it lets pass.
     */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80)
                && text.indexOf("<?xml") == text.lastIndexOf("<?xml")
                && !text.contains("<!DOCTYPE")
                && !text.matches("(?s).*[</\\s]:.*")
                && (!text.startsWith("<?xml")
                        || text.matches("(?s)<\\?xml version=[\"']1\\.0[\"'] encoding=[\"'](UTF-8|utf-8)[\"']\\?>.*"));
    }

    /** No check may throw, whatever it is given: it would page the wrong people. */
    private static void judge(Mpd mpd, Mpd before) {
        Step<Mpd> step = new Step<>(
                mpd, Optional.of(before), Relation.CONTINUES, NOW, NOW, NOW, NOW, Duration.ZERO, 0, Optional.empty());
        ChannelProfile profile = Channels.laddered(Channels.EDGE);
        for (Check check : ManifestChecks.ALL) {
            if (check instanceof MpdCheck one) {
                assertThat(one.check(mpd, profile, NOW)).hasSizeLessThan(2);
            } else if (check instanceof MpdStepCheck two) {
                assertThat(two.check(step, profile)).hasSizeLessThan(2);
            }
        }
    }

    private static void use(Track track) {
        Addressing addressing = track.addressing();
        assertThat(addressing.count(NOW)).isNotNegative();
        assertThat(addressing.longest(NOW)).isNotNegative();
        addressing.edgeAt(NOW);
        addressing.edge(NOW);
        addressing.cover(NOW);
        addressing.media(addressing.first(NOW), track.representation());
        track.initialization(Channels.url("http://edge/live/1.mpd"));
    }

    private static boolean wellFormed(DashDocument document) {
        Set<ProblemKind> fatal = Set.of(
                ProblemKind.SYNTAX,
                ProblemKind.TRUNCATED,
                ProblemKind.ENTITY,
                ProblemKind.PREFIX,
                ProblemKind.DUPLICATE_ATTRIBUTE);
        return document.problems().stream().noneMatch(problem -> fatal.contains(problem.kind()));
    }

    private static String complaint(byte[] body) {
        try {
            XMLStreamReader reader = JDK.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                reader.next();
            }
            return "";
        } catch (XMLStreamException e) {
            return e.toString();
        }
    }
}
