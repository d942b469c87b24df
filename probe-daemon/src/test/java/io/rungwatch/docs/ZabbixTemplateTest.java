package io.rungwatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.MibNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Zabbix would refuse, and what would silently match nothing. */
class ZabbixTemplateTest {
    private static final Path FILE = Path.of("../deploy/zabbix/rungwatch-template.yaml");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");
    private static final Pattern PATH = Pattern.compile("ENTERPRISE\\}((?:(?:\\.|\\[\\.\\])[0-9]+)+)");
    private static final int LONGEST_OID = 512;

    private final String text = Files.readString(FILE);
    private final Map<?, ?> export = map(
            map(new Load(LoadSettings.builder().build()).loadFromString(text)).get("zabbix_export"));
    private final Map<?, ?> template = map(list(export.get("templates")).getFirst());

    ZabbixTemplateTest() throws IOException {}

    @Test
    void itIsOfDebiansVersion() {
        assertThat(export.get("version")).isEqualTo("6.0");
    }

    @Test
    void itHasNothingThatAnImportRefuses() {
        assertThat(ZabbixSchema.refusals(export)).isEmpty();
    }

    /** The schema would find what people get wrong. */
    @Test
    void whatIsWrittenWronglyIsRefused() {
        String wrong = text.replaceFirst("snmp_oid: '1.3.6.1.2.1.1.3.0'", "snmpoid: '1.3.6.1.2.1.1.3.0'")
                .replaceFirst("priority: HIGH", "priority: MAJOR")
                .replaceFirst("          key: rungwatch.channels\n", "");

        assertThat(ZabbixSchema.refusals(map(map(new Load(LoadSettings.builder().build()).loadFromString(wrong))
                        .get("zabbix_export"))))
                .containsExactlyInAnyOrder(
                        "zabbix_export/templates[0]/items[0]/snmpoid: unexpected field",
                        "zabbix_export/templates[0]/items[0]/triggers[0]/priority: unexpected constant MAJOR",
                        "zabbix_export/templates[0]/items[1]: the field key is missing");
    }

    /** Each state that the table can show has its word. */
    @Test
    void statesAreThoseOfTheMib() throws IOException {
        Matcher states = Pattern.compile("([a-z]+)\\((\\d)\\)")
                .matcher(new Mib(Mib.DOCUMENTATION)
                        .text()
                        .replaceFirst("(?s).*RungwatchState ::=.*?SYNTAX +INTEGER \\{(.*?)}.*", "$1"));
        Map<String, String> mapped = new TreeMap<>();
        list(map(list(template.get("valuemaps")).getFirst()).get("mappings"))
                .forEach(row ->
                        mapped.put(String.valueOf(map(row).get("value")), String.valueOf(map(row).get("newvalue"))));
        Map<String, String> expected = new TreeMap<>(Map.of("0", "over"));
        while (states.find()) {
            if (!states.group(1).equals("cleared")) {
                expected.put(states.group(2), states.group(1));
            }
        }
        assertThat(mapped).isEqualTo(expected).hasSize(4);
    }

    @Test
    void uuidsAreOfVersion4AndUsedOnce() {
        List<String> uuids = new ArrayList<>();
        collect(export, "uuid", uuids);

        assertThat(uuids)
                .hasSizeGreaterThan(15)
                .doesNotHaveDuplicates()
                .allMatch(uuid -> UUID.matcher(uuid).matches());
    }

    @Test
    void itemsHaveWhatZabbixAsksOfThem() {
        for (Object row : list(template.get("items"))) {
            Map<?, ?> item = map(row);
            assertThat(item.get("name")).as("name of %s", item).isNotNull();
            assertThat(item.get("key")).as("key of %s", item).isNotNull();
            boolean trap = "SNMP_TRAP".equals(item.get("type"));
            assertThat(item.get("snmp_oid") == null).as("OID of %s", item).isEqualTo(trap);
            assertThat("LOG".equals(item.get("value_type")))
                    .as("value of %s", item)
                    .isEqualTo(trap);
        }
        Map<?, ?> discovery = map(list(template.get("discovery_rules")).getFirst());
        assertThat(String.valueOf(discovery.get("snmp_oid")))
                .startsWith("discovery[{#ID},")
                .hasSizeLessThan(LONGEST_OID);
    }

    @Test
    void eachMacroIsDeclared() {
        List<String> declared = list(template.get("macros")).stream()
                .map(row -> String.valueOf(map(row).get("macro")))
                .toList();
        Matcher used = Pattern.compile("\\{\\$[A-Z.]+\\}").matcher(text);
        while (used.find()) {
            assertThat(declared).contains(used.group());
        }
    }

    /** Whatever is written as a number below the enterprise is in the MIB. */
    @Test
    void numbersAreThoseOfTheMib() {
        Mib mib = new Mib(Mib.DOCUMENTATION);
        List<String> known = Arrays.stream(MibNode.values())
                .map(node -> mib.oid(node).toDottedString().replace("1.3.6.1.4.1." + Mib.DOCUMENTATION, ""))
                .toList();
        Matcher paths = PATH.matcher(text);
        int found = 0;
        while (paths.find()) {
            String path = paths.group(1).replaceAll("[\\[\\]]", "");
            assertThat(path.equals(".1.0")
                            || known.stream().anyMatch(oid -> path.equals(oid) || path.equals(oid + ".0")))
                    .as(path)
                    .isTrue();
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }

    /** And what is written as a name. */
    @Test
    void namesAreThoseOfTheMib() {
        List<String> known = Arrays.stream(MibNode.values()).map(MibNode::label).toList();
        Matcher names = Pattern.compile("rungwatch[A-Z]\\w+")
                .matcher(text.replace("rungwatchAlert(Raised|Changed|Cleared)", ""));
        while (names.find()) {
            assertThat(known).contains(names.group());
        }
    }

    /** The same trap says raised and raisedAt. */
    @Test
    void aClearIsNoRaise() {
        Matcher raised = Pattern.compile("\\(rungwatchAlertRaised\\|[^)]*\\)\\(\\[[^]]*\\]\\|\\$\\)")
                .matcher(text);
        assertThat(raised.find()).isTrue();
        Pattern expression = Pattern.compile(raised.group().replace("{$RUNGWATCH.ENTERPRISE}", "32473"));

        assertThat(expression
                        .matcher("OID: RUNGWATCH-MIB::rungwatchAlertRaised\n")
                        .find())
                .isTrue();
        assertThat(expression.matcher("OID: .1.3.6.1.4.1.32473.1.0.1\n").find()).isTrue();
        assertThat(expression
                        .matcher("RUNGWATCH-MIB::rungwatchAlertRaisedAt.7 = STRING")
                        .find())
                .isFalse();
    }

    private static void collect(Object node, String key, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (key.equals(name)) {
                    found.add(String.valueOf(value));
                }
                collect(value, key, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, key, found));
        }
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return (Map<?, ?>) Objects.requireNonNull(node);
    }

    private static List<?> list(@Nullable Object node) {
        return (List<?>) Objects.requireNonNull(node);
    }
}
