package io.rungwatch.config;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Severity;
import io.rungwatch.duty.Escalation;
import io.rungwatch.duty.Flapping;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Route;
import io.rungwatch.duty.Rules;
import io.rungwatch.notify.NotifierSettings;
import io.rungwatch.profile.Tier;
import io.rungwatch.snmp.SnmpAgentSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What `rungwatch.yaml` may say below `alerts`. */
final class AlertsShape {
    private static final List<String> SEVERITIES =
            List.of(Severity.CRITICAL.word(), Severity.MAJOR.word(), Severity.MINOR.word());

    private static final OneOrMore PATTERNS = new OneOrMore(
            Scalar.text(
                    "a word to match",
                    "write letters, digits, '_', '-', '.' and '*' for any letters, at most 64",
                    "[A-Za-z0-9_.*-]{1,64}"),
            "a word or a list of words");

    private static final Map<Aspect, Key<List<Found<String>>>> ASPECTS = aspects();
    private static final Key<Got> MATCH = Key.of(
            "match",
            new Section("a match", List.copyOf(ASPECTS.values()), Map.of()),
            "Which alerts are meant; all otherwise.");
    private static final Key<List<Found<String>>> TO = Key.required(
            "to",
            new ListOf<>(Texts.NAME, "a list of notifiers"),
            "Names of notifiers, or `log`: nobody besides the log.");
    private static final Key<Duration> UNACKNOWLEDGED =
            Key.required("unacknowledged", Times.DURATION, "For how long nobody has said that it is in hand.");
    private static final Key<Severity> SEVERITY = Key.of(
            "severity",
            new Words<>("a severity", List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR), Severity::word),
            Severity.MINOR,
            "How bad it must be at least.");
    private static final Key<List<Found<Got>>> ROUTES = Key.of(
            "routes",
            new ListOf<>(Section.of("a route", MATCH, TO), "a list of routes"),
            "Who is told of what: the first that matches counts. What matches none is in the log only.");
    private static final Key<List<Found<Got>>> ESCALATE = Key.of(
            "escalate",
            new ListOf<>(Section.of("an escalation", UNACKNOWLEDGED, SEVERITY, MATCH, TO), "a list of escalations"),
            "Whom else it is told, when nobody has acknowledged it for so long.");
    private static final Key<Map<String, NotifierSettings>> NOTIFIERS = Key.of(
            "notifiers",
            new Named<>(new NotifierType(), "a section of notifiers"),
            "The ways out, by a name that routes say. The kind is the key that names the receiver.");
    private static final Key<Duration> HEARTBEAT = Key.of(
            "heartbeat",
            Times.DURATION,
            AlertSettings.NONE.heartbeat(),
            "How often receivers are told that the probe lives.");
    private static final Key<Integer> TIMES = Key.of(
            "times", Numbers.COUNT, Flapping.USUAL.times(), "How often it is raised, to be one that comes and goes.");
    private static final Key<Duration> WITHIN =
            Key.of("within", Times.DURATION, Flapping.USUAL.within(), "In how long a time.");
    private static final Key<Duration> CALM = Key.of(
            "calm", Times.DURATION, Flapping.USUAL.calm(), "How long it must have been well before it is cleared.");
    private static final Key<Got> FLAPPING = Key.of(
            "flapping",
            Section.of("the flapping", TIMES, WITHIN, CALM),
            "What comes and goes is told as one alert that says so.");

    private static final Key<SnmpAgentSettings> AGENT = Key.of(
            "snmpAgent",
            new Judged<>(SnmpShape.AGENT, SnmpShape::agent),
            "Where the probe answers SNMP's questions: what is active can be read by who missed it. Nowhere otherwise.");

    static final Key<Got> ALERTS = Key.of(
            "alerts",
            Section.of("the alerts", ROUTES, ESCALATE, NOTIFIERS, HEARTBEAT, FLAPPING, AGENT),
            "Who is told of what, and how. Everything is in the log and in the API besides.");

    private AlertsShape() {}

    static AlertSettings of(Got daemon, Declared declared, Errors errors) {
        Got said = daemon.find(ALERTS).orElseGet(() -> new Got(daemon.spot()));
        Map<String, NotifierSettings> notifiers = said.find(NOTIFIERS).orElse(Map.of());
        Judge judge = new Judge(notifiers.keySet(), declared, errors);
        List<Route> routes = said.find(ROUTES).orElse(List.of()).stream()
                .map(row -> new Route(judge.match(row.value()), judge.to(row.value())))
                .toList();
        List<Escalation> escalations = said.find(ESCALATE).orElse(List.of()).stream()
                .flatMap(row -> judge.escalation(row.value()).stream())
                .toList();
        Got flaps = said.find(FLAPPING).orElseGet(() -> new Got(daemon.spot()));
        Flapping flapping = new Flapping(flaps.get(TIMES), flaps.get(WITHIN), flaps.get(CALM));
        Rules rules = new Rules(new LinkedHashSet<>(notifiers.keySet()), routes, escalations, flapping);
        return new AlertSettings(rules, new LinkedHashMap<>(notifiers), said.get(HEARTBEAT), said.find(AGENT));
    }

    private static Map<Aspect, Key<List<Found<String>>>> aspects() {
        Map<Aspect, Key<List<Found<String>>>> keys = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            keys.put(aspect, Key.of(aspect.word(), PATTERNS, doc(aspect)));
        }
        return keys;
    }

    private static String doc(Aspect aspect) {
        return switch (aspect) {
            case TEAM -> "Who owns it: the team of its layer, packager, cdn or probe.";
            case SEVERITY -> "How bad it is: critical, major, minor.";
            case LAYER -> "Where it begins; what is wrong with the probe itself begins at `probe`.";
            case CHANNEL -> "Ids of channels.";
            case TIER -> "How much the channel is watched: top, mid, tail.";
            case CHECK -> "Ids of checks (docs/checks.md).";
        };
    }

    /** What refers to something must refer to what there is. */
    private record Judge(Set<String> notifiers, Declared declared, Errors errors) {
        Match match(Got row) {
            Map<Aspect, List<String>> words = new EnumMap<>(Aspect.class);
            Got said = row.find(MATCH).orElseGet(() -> new Got(row.spot()));
            ASPECTS.forEach((aspect, key) -> said.find(key).ifPresent(found -> {
                found.forEach(word -> known(aspect, word));
                words.put(aspect, found.stream().map(Found::value).toList());
            }));
            return new Match(words);
        }

        private void known(Aspect aspect, Found<String> word) {
            Collection<String> known = switch (aspect) {
                case SEVERITY -> SEVERITIES;
                case TIER -> Stream.of(Tier.values()).map(Tier::word).toList();
                case LAYER -> with(declared.names(), "probe");
                case CHECK -> checks();
                case TEAM, CHANNEL -> List.of(word.value());
            };
            if (!word.value().contains("*") && !known.contains(word.value())) {
                errors.add(
                        word.spot(),
                        "unknown " + aspect.word() + " '" + word.value() + "'; " + Nearest.hint(word.value(), known));
            }
        }

        private static List<String> checks() {
            List<String> own =
                    Stream.of(OwnTrouble.values()).map(OwnTrouble::id).toList();
            return with(AllChecks.LIST.stream().map(check -> check.info().id()).toList(), own.toArray(String[]::new));
        }

        private static List<String> with(List<String> names, String... more) {
            List<String> all = new ArrayList<>(names);
            all.addAll(List.of(more));
            return all;
        }

        List<String> to(Got row) {
            List<Found<String>> names = row.find(TO).orElse(List.of());
            List<String> known = with(List.copyOf(notifiers), Rules.LOG);
            for (Found<String> name : names) {
                if (!known.contains(name.value())) {
                    errors.add(
                            name.spot(),
                            "unknown notifier '" + name.value() + "'; " + Nearest.hint(name.value(), known));
                }
            }
            return names.stream().map(Found::value).toList();
        }

        Optional<Escalation> escalation(Got row) {
            Match match = match(row);
            List<String> to = to(row);
            return row.find(UNACKNOWLEDGED).map(after -> new Escalation(after, row.get(SEVERITY), match, to));
        }
    }
}
