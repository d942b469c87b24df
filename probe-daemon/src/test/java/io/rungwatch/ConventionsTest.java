package io.rungwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may know what in the whole program. */
@AnalyzeClasses(packages = "io.rungwatch", importOptions = DoNotIncludeTests.class)
class ConventionsTest {
    /** The folds and all that they are made of; what keeps their memory and formats their words lives beside it. */
    private static final String THE_FOLD =
            "io\\.rungwatch\\.alert\\.(AlertFold|Derivation|Sighting|ChannelMemory|Alert|Change|Fingerprint|GroupFold|GroupMemory|Crowd|Group|Incident|Notification|Ownership)(\\$.*)?";

    @ArchTest
    static final ArchRule ALERTING_IS_A_FOLD = classes()
            .that()
            .haveNameMatching(THE_FOLD)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.rungwatch.alert",
                    "io.rungwatch.cause",
                    "io.rungwatch.check",
                    "io.rungwatch.watch",
                    "io.rungwatch.profile",
                    "io.rungwatch.url",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..")
            .because(
                    "decide(memory, report) → (memory, notifications): what has to be sent or stored, a listener does");

    @ArchTest
    static final ArchRule THE_FOLD_READS_NO_CLOCK = noClasses()
            .that()
            .haveNameMatching(THE_FOLD)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .because("the report says when it was; a replay must tell the same alerts");

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("io.rungwatch.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("metrics listen from outside: make it a Sink in io.rungwatch.metrics");

    /** Who is told of what reads one way: configuration → outbox → notifiers → what is decided. */
    @ArchTest
    static final ArchRule TELLING_READS_ONE_WAY = slices().assignedFrom(new Telling())
            .should()
            .beFreeOfCycles()
            .because("settings live with their notifier, and config only reads YAML into them:"
                    + " what a notifier needs of the probe, NotifierSettings.Ground hands to it");

    /** The packages between a decision and whoever is told of it, each by itself. */
    private static final class Telling implements SliceAssignment {
        private static final Set<String> PACKAGES =
                Set.of("duty", "notify", "snmp", "outbox", "store", "config", "metrics", "api", "cli");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName().replaceFirst("^io\\.rungwatch\\.", "");
            return PACKAGES.contains(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of telling";
        }
    }

    @ArchTest
    static final ArchRule NOTIFIERS_KNOW_NO_CONFIGURATION = noClasses()
            .that()
            .resideInAnyPackage("io.rungwatch.duty", "io.rungwatch.notify", "io.rungwatch.snmp", "io.rungwatch.outbox")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.rungwatch.config", "io.rungwatch.store", "io.rungwatch.api", "io.rungwatch.cli")
            .because("they are handed records of their own; where the values stand in YAML is config's matter");

    @ArchTest
    static final ArchRule THE_SIMULATOR_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.rungwatch.simulator..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.rungwatch..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.rungwatch.simulator..")))
            .because("it must not share the probe's mistakes: write what it needs a second time");

    @ArchTest
    static final ArchRule CLOCKS_ARE_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackages("io.rungwatch.cli..", "io.rungwatch.simulator..")
            .and()
            .doNotHaveFullyQualifiedName("io.rungwatch.Main")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("take an InstantSource in the constructor; the command line hands in the real one");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..helpers..",
                    "..manager..",
                    "..impl..",
                    "..misc..")
            .because("such a package ends up holding everything: name it by what it does in the flow of the data");

    @Test
    void rootCausesMentionsOnlyChecksThatExist() throws IOException {
        Path source = Path.of("../manifest-validator/src/main/java/io/rungwatch/cause/RootCauses.java");
        Pattern word = Pattern.compile("\"([a-z]+(?:_[a-z0-9]+)+)\"");
        List<String> known =
                AllChecks.LIST.stream().map(Check::info).map(CheckInfo::id).toList();
        List<String> unknown = new ArrayList<>();
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            Matcher words = word.matcher(lines.get(i));
            while (words.find()) {
                if (!known.contains(words.group(1))) {
                    unknown.add("RootCauses.java:" + (i + 1) + " " + words.group(1));
                }
            }
        }

        assertThat(unknown)
                .as("ids that no check has: misspelt, or the check was renamed")
                .isEmpty();
    }

    @Test
    void idsAreUniqueOverAllModules() {
        List<String> ids =
                AllChecks.LIST.stream().map(Check::info).map(CheckInfo::id).toList();

        assertThat(ids)
                .as("AllChecks.LIST is what `rungwatch checks` prints, the metrics count and the alerts are keyed by")
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
