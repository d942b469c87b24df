package io.rungwatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What this module may know. The same streams must give the same verdicts in the daemon, in a replay and in a simulated month. */
@AnalyzeClasses(packages = "io.rungwatch", importOptions = DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule KNOWS_ONLY_ITSELF_AND_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.rungwatch..", "java..", "org.jspecify.."))
            .because(
                    "the validator judges text: sockets, metrics, logs and JSON belong to cdn-sampler and probe-daemon");

    @ArchTest
    static final ArchRule DOES_NO_IO = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..")
                    .and(not(belongToAnyOf(URLDecoder.class, IDN.class))))
            .because("bytes come in as an Exchange and verdicts go out as a PollReport; a driver does the rest");

    @ArchTest
    static final ArchRule READS_NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat(type(Clock.class).or(type(InstantSource.class)))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because(
                    "time is data: take it from the Exchange, the Step or the Attempt, so that any instant can be tested");

    @ArchTest
    static final ArchRule IS_NEVER_RANDOM = noClasses()
            .should()
            .dependOnClassesThat(type(java.util.Random.class)
                    .or(type(ThreadLocalRandom.class))
                    .or(type(UUID.class)))
            .orShould()
            .callMethod(Math.class, "random")
            .because("a replay must say what the daemon said: for jitter, use Pace.mix with the channel's seed");

    @ArchTest
    static final ArchRule WRITES_TO_NO_CONSOLE = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what there is to say is a Finding or a ProbeFault");
}
