package io.rungwatch.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What `rungwatch.yaml` may say of the history, below `store`. */
final class StoreShape {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Scalar<String> ADDRESS = Scalar.of(
            "a database",
            "write jdbc:sqlite:FILE, in the folder of state or absolute, or jdbc:postgresql://host:port/database",
            "jdbc:sqlite:[^\\x00-\\x20\\x7f:?][^\\x00-\\x1f\\x7f:?]{0,198}"
                    + "|jdbc:postgresql://[A-Za-z0-9.,:_\\[\\]-]{1,200}/[A-Za-z0-9_.-]{1,63}(?:\\?[A-Za-z0-9_.,:/&=%+-]{1,300})?",
            Matcher::group,
            address -> address);

    private static final Scalar<Duration> GRAIN = Scalar.of(
            "a duration",
            "write 10s, 1m or up to 1h",
            Times.DURATION.pattern().pattern(),
            groups -> {
                Duration grain = Times.DURATION.parser().parse(groups);
                if (grain.compareTo(SHORTEST) < 0 || grain.compareTo(LONGEST) > 0 || grain.toMillis() % 1000 != 0) {
                    throw new Unfit("is no whole number of seconds from 10s to 1h; write 10s, 1m or up to 1h");
                }
                return grain;
            },
            Times.DURATION.writer());

    private static final Scalar<Duration> DAYS = Scalar.of(
            "a number of days",
            "write 7d or 90d, at most 9999d",
            "([1-9][0-9]{0,3})d",
            groups -> Duration.ofDays(Integer.parseInt(groups.group(1))),
            days -> days.toDays() + "d");

    /** What stands in an address ends in logs, and so would a password; nor is it repeated here. */
    private record Address() implements Type<String> {
        private static final Pattern TELLS = Pattern.compile("(?i)password=|[?&]user=|@");

        @Override
        public Optional<String> read(Node node, Reading in) {
            boolean tells = node instanceof ScalarNode scalar
                    && TELLS.matcher(scalar.getValue()).find();
            return tells
                    ? in.refuse(
                            node,
                            "a user or password stands in the address; write them as store.user and store.password")
                    : ADDRESS.read(node, in);
        }

        @Override
        public String noun() {
            return ADDRESS.noun();
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            return ADDRESS.schema();
        }
    }

    private static final Key<String> URL = Key.of(
            "url",
            new Address(),
            StoreSettings.USUAL.url(),
            "jdbc:sqlite:FILE, in the folder of `state` or absolute, or jdbc:postgresql://host:port/database.");
    private static final Key<String> USER = Key.of("user", Texts.LINE, "Who it is at PostgreSQL.");
    private static final Key<String> PASSWORD =
            Key.of("password", new Secret(), "`${NAME}` of the environment or `${file:/path}`.");
    private static final Key<String> PROBE = Key.of(
            "probe",
            Texts.NAME,
            "What this probe is called in its rows, where several share a database; else its host.");
    private static final Key<Duration> EVERY = Key.of(
            "every", GRAIN, StoreSettings.USUAL.every(), "How much time one row of a channel sums up, from 10s to 1h.");
    private static final Key<Duration> FULL = Key.of(
            "full",
            DAYS,
            StoreSettings.USUAL.full(),
            "How long rows stay as they were written; older ones become one for each hour.");
    private static final Key<Duration> KEEP =
            Key.of("keep", DAYS, StoreSettings.USUAL.keep(), "How long there are any; older ones are deleted.");
    private static final Key<Duration> KEEP_ALERTS =
            Key.of("keepAlerts", DAYS, StoreSettings.USUAL.keepAlerts(), "The same of the alert log.");

    static final Section SECTION = Section.of("the store", URL, USER, PASSWORD, PROBE, EVERY, FULL, KEEP, KEEP_ALERTS);

    private StoreShape() {}

    /** @param said below `store` */
    static StoreSettings of(Got said) {
        return new StoreSettings(
                said.get(URL),
                said.find(USER),
                said.find(PASSWORD),
                said.find(PROBE),
                said.get(EVERY),
                said.get(FULL),
                said.get(KEEP),
                said.get(KEEP_ALERTS));
    }
}
