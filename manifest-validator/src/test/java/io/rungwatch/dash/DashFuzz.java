package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Any bytes as an MPD: nothing grows without bound, and what is well-formed to the JDK's parser is so to ours, and the other way round. */
public final class DashFuzz {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:37Z");
    private static final XMLInputFactory JDK = XMLInputFactory.newDefaultFactory();
    private static final Pattern LEADING_COLON = Pattern.compile("[</\\s]:");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml version=[\"']1\\.0[\"'] encoding=[\"'](UTF-8|utf-8)[\"']\\?>.*", Pattern.DOTALL);

    static {
        JDK.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        JDK.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private DashFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        DashDocument document = Dash.parse(body);
        assertThat(document.problems()).hasSizeLessThanOrEqualTo(ProblemKind.values().length * Problems.KEPT_PER_KIND);
        for (Problem problem : document.problems()) {
            assertThat(problem.line()).isBetween(1, body.length + 1);
            assertThat(problem.column()).isPositive();
            assertThat(problem.text().length()).isLessThan(200);
        }
        String text = new String(body, ISO_8859_1);
        if (document instanceof Mpd mpd) {
            if (text.strip().startsWith("<") && isPlain(text)) {
                String jdk = complaint(body);
                assertThat(wellFormed(document))
                        .as("%s\nours: %s\nthe JDK's: %s", text, document.problems(), jdk)
                        .isEqualTo(jdk.isEmpty());
            }
            mpd.presentation().tracks().forEach(DashFuzz::use);
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
                && !LEADING_COLON.matcher(text).find()
                && (!text.startsWith("<?xml") || DECLARED.matcher(text).matches());
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
