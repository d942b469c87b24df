package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.MibNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's tools make of the MIB. */
@Tag("debian")
class MibTest {
    private static final String STRICTEST = "6";

    @TempDir
    private Path folder;

    private Nms nms;
    private Path mibs;

    @BeforeEach
    void installed() throws Exception {
        nms = Nms.in(folder);
        mibs = folder.resolve("mibs");
    }

    @Test
    void smilintHasNothingToSay() throws Exception {
        assertThat(lint()).isEmpty();
    }

    /** Or the test above would prove nothing. */
    @Test
    void smilintWouldSaySomething() throws Exception {
        Path mib = mibs.resolve("RUNGWATCH-MIB");
        Files.writeString(mib, Files.readString(mib).replace("rungwatchMIB 0 }", "rungwatchMIB }"));
        assertThat(lint()).isNotEmpty();
    }

    @Test
    void smilintHasNothingToSayOfAnotherEnterprise() throws Exception {
        Files.writeString(mibs.resolve("RUNGWATCH-MIB"), new Mib(2_000_000_000).text());
        assertThat(lint()).isEmpty();
        assertThat(translate("-On", "RUNGWATCH-MIB::rungwatchHeartbeat")).isEqualTo(".1.3.6.1.4.1.2000000000.1.0.4\n");
    }

    /** Both ways: nothing in the code that the MIB does not have, and nothing in the MIB that nobody sends or answers. */
    @Test
    void theCodeHasTheSameNumbers() throws Exception {
        Map<String, String> inCode = Arrays.stream(MibNode.values())
                .collect(Collectors.toMap(
                        MibNode::label,
                        node -> new Mib(Mib.DOCUMENTATION).oid(node).toDottedString()));
        Pattern line = Pattern.compile("\"(rungwatch\\w+)\"\\s+\"([0-9.]+)\"");
        Map<String, String> inMib = translate("-Tz")
                .lines()
                .map(line::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));

        assertThat(inMib).containsAllEntriesOf(inCode);
        assertThat(inMib.keySet().stream()
                        .filter(name -> name.matches("rungwatch(Alert|Notice|Heartbeat|Channels).+"))
                        .filter(name -> !name.matches("rungwatch(AlertTable|AlertEntry|AlertIndex|.*Group)")))
                .isSubsetOf(inCode.keySet());
    }

    private String lint() throws Exception {
        return nms.run(List.of(
                "smilint", "-l", STRICTEST, mibs.resolve("RUNGWATCH-MIB").toString()));
    }

    private String translate(String... arguments) throws Exception {
        return nms.run(Stream.concat(
                        Stream.of("snmptranslate", "-M", mibs.toString(), "-m", "RUNGWATCH-MIB"),
                        Arrays.stream(arguments))
                .toList());
    }
}
