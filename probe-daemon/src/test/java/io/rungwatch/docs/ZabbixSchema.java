package io.rungwatch.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an import of Zabbix 6.0 takes below `zabbix_export`, as far as templates with SNMP items go: the fields of each element, which of them
 * must be there, and the words of those that have some. Whatever else is written makes the server refuse the whole file.
 */
final class ZabbixSchema {
    private static final Set<String> SEVERITIES =
            Set.of("NOT_CLASSIFIED", "INFO", "WARNING", "AVERAGE", "HIGH", "DISASTER");
    private static final Set<String> YES_NO = Set.of("YES", "NO");
    private static final Set<String> ENABLED = Set.of("ENABLED", "DISABLED");
    private static final Set<String> DISCOVER = Set.of("DISCOVER", "NO_DISCOVER");

    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("item.type", Set.of("SNMP_AGENT", "SNMP_TRAP", "CALCULATED", "DEPENDENT", "INTERNAL", "TRAP")),
            Map.entry("item.value_type", Set.of("FLOAT", "CHAR", "LOG", "UNSIGNED", "TEXT")),
            Map.entry("item.status", ENABLED),
            Map.entry("item.discover", DISCOVER),
            Map.entry("rule.type", Set.of("SNMP_AGENT", "DEPENDENT", "INTERNAL", "TRAP")),
            Map.entry("rule.status", ENABLED),
            Map.entry(
                    "step.type",
                    Set.of(
                            "MULTIPLIER",
                            "TRIM",
                            "REGEX",
                            "SIMPLE_CHANGE",
                            "CHANGE_PER_SECOND",
                            "CHECK_NOT_SUPPORTED",
                            "DISCARD_UNCHANGED",
                            "DISCARD_UNCHANGED_HEARTBEAT",
                            "JAVASCRIPT",
                            "STR_REPLACE")),
            Map.entry("step.error_handler", Set.of("ORIGINAL_ERROR", "DISCARD_VALUE", "CUSTOM_VALUE", "CUSTOM_ERROR")),
            Map.entry("trigger.priority", SEVERITIES),
            Map.entry("trigger.recovery_mode", Set.of("EXPRESSION", "RECOVERY_EXPRESSION", "NONE")),
            Map.entry("trigger.correlation_mode", Set.of("DISABLED", "TAG_VALUE")),
            Map.entry("trigger.type", Set.of("SINGLE", "MULTIPLE")),
            Map.entry("trigger.manual_close", YES_NO),
            Map.entry("trigger.status", ENABLED),
            Map.entry("trigger.discover", DISCOVER),
            Map.entry("override.stop", Set.of("STOP", "NO_STOP")),
            Map.entry("operation.operationobject", Set.of("ITEM_PROTOTYPE", "TRIGGER_PROTOTYPE")),
            Map.entry("operation.operator", Set.of("EQUAL", "NOT_EQUAL", "LIKE", "NOT_LIKE", "REGEXP", "NOT_REGEXP")),
            Map.entry("operation.severity", SEVERITIES),
            Map.entry("operation.status", ENABLED),
            Map.entry("operation.discover", DISCOVER),
            Map.entry("filter.evaltype", Set.of("AND_OR", "AND", "OR", "FORMULA")),
            Map.entry("condition.operator", Set.of("MATCHES_REGEX", "NOT_MATCHES_REGEX", "EXISTS", "NOT_EXISTS")),
            Map.entry(
                    "mapping.type",
                    Set.of("EQUAL", "GREATER_OR_EQUAL", "LESS_OR_EQUAL", "IN_RANGE", "REGEXP", "DEFAULT")),
            Map.entry("macro.type", Set.of("TEXT", "SECRET_TEXT", "VAULT")));

    /** `field!` must be there; `field:element` holds one or several of these. */
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("export", "version! date groups:group templates:template triggers:trigger graphs"),
            Map.entry("group", "uuid name!"),
            Map.entry(
                    "template",
                    "uuid! template! name description groups!:group templates items:item discovery_rules:rule"
                            + " httptests tags:tag macros:macro dashboards valuemaps:valuemap"),
            Map.entry(
                    "item",
                    "uuid! name! type snmp_oid key! delay history trends status discover value_type units"
                            + " description inventory_link valuemap:name logtimefmt preprocessing:step tags:tag"
                            + " triggers:trigger trigger_prototypes:trigger master_item params"),
            Map.entry(
                    "rule",
                    "uuid! name! type snmp_oid key! delay status filter:filter lifetime description"
                            + " item_prototypes:item trigger_prototypes:trigger graph_prototypes preprocessing:step"
                            + " lld_macro_paths overrides:override master_item"),
            Map.entry("step", "type! parameters! error_handler error_handler_params"),
            Map.entry("tag", "tag! value"),
            Map.entry("name", "name!"),
            Map.entry(
                    "trigger",
                    "uuid! expression! recovery_mode recovery_expression correlation_mode correlation_tag name!"
                            + " event_name opdata url status discover priority description type manual_close"
                            + " dependencies tags:tag"),
            Map.entry("macro", "macro! type value description"),
            Map.entry("valuemap", "uuid! name! mappings!:mapping"),
            Map.entry("mapping", "type value newvalue!"),
            Map.entry("override", "name! step! stop filter:filter operations:operation"),
            Map.entry("filter", "evaltype formula conditions:condition"),
            Map.entry("condition", "macro! value operator formulaid!"),
            Map.entry(
                    "operation",
                    "operationobject! operator value status discover delay history trends severity tags:tag"));

    private ZabbixSchema() {}

    /** What the server would say, each with where it is. */
    static List<String> refusals(Map<?, ?> export) {
        List<String> refusals = new ArrayList<>();
        element(export, "export", "zabbix_export", refusals);
        return refusals;
    }

    private static void element(Map<?, ?> element, String kind, String at, List<String> refusals) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> required = new TreeSet<>();
        for (String field : ELEMENTS.getOrDefault(kind, "").split(" ", -1)) {
            String[] nameAndKind = field.split(":", 2);
            String name = nameAndKind[0].replace("!", "");
            fields.put(name, nameAndKind.length == 2 ? nameAndKind[1] : "");
            if (nameAndKind[0].endsWith("!")) {
                required.add(name);
            }
        }
        required.stream()
                .filter(name -> !element.containsKey(name))
                .forEach(name -> refusals.add(at + ": the field " + name + " is missing"));
        element.forEach((key, value) -> {
            String name = String.valueOf(key);
            String below = at + "/" + name;
            Set<String> words = WORDS.get(kind + "." + name);
            if (!fields.containsKey(name)) {
                refusals.add(below + ": unexpected field");
            } else if (words != null && !words.contains(String.valueOf(value))) {
                refusals.add(below + ": unexpected constant " + value);
            } else if (!fields.getOrDefault(name, "").isEmpty()) {
                below(value, fields.getOrDefault(name, ""), below, refusals);
            } else if (value instanceof Map<?, ?>) {
                refusals.add(below + ": a character string is expected");
            }
        });
    }

    private static void below(Object value, String kind, String at, List<String> refusals) {
        if (value instanceof Map<?, ?> map) {
            element(map, kind, at, refusals);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                below(list.get(i), kind, at + "[" + i + "]", refusals);
            }
        } else {
            refusals.add(at + ": an array is expected");
        }
    }
}
