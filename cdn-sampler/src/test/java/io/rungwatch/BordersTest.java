package io.rungwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rungwatch.cache.source.Sources;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.checks.layers.LayerChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this module may know, and that its checks look like those of manifests. */
@AnalyzeClasses(
        packages = {
            "io.rungwatch.sampler",
            "io.rungwatch.checks.layers",
            "io.rungwatch.checks.media",
            "io.rungwatch.media",
            "io.rungwatch.cache",
            "io.rungwatch.structured",
            "io.rungwatch.sample",
            "io.rungwatch.blame"
        },
        importOptions = DoNotIncludeTests.class)
class BordersTest {
    private static final Path CHECKS = Path.of("src/main/java/io/rungwatch/checks/layers");
    private static final Path MEDIA_CHECKS = Path.of("src/main/java/io/rungwatch/checks/media");

    @ArchTest
    static final ArchRule KNOWS_THE_VALIDATOR_AND_VERTX = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.rungwatch..",
                    "java..",
                    "javax.net.ssl..",
                    "io.vertx..",
                    "io.netty..",
                    "org.HdrHistogram",
                    "org.jspecify..")
            .because(
                    "config files, metrics, alerts and logs belong to probe-daemon: the sampler returns what it measured");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_DAEMON = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.rungwatch.config..",
                    "io.rungwatch.metrics..",
                    "io.rungwatch.alert..",
                    "io.rungwatch.drive..",
                    "io.rungwatch.api..",
                    "io.rungwatch.simulator..")
            .because("dependencies run one way: probe-daemon, cdn-sampler, manifest-validator");

    @ArchTest
    static final ArchRule LAYER_CHECKS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("io.rungwatch.checks.layers", "io.rungwatch.checks.media")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "java.io..", "java.net..")
            .because("a check sees a LayerPair or a MediaStep and nothing else; then its test is three lines");

    @ArchTest
    static final ArchRule MEDIA_IS_BYTES_AND_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("io.rungwatch.media")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "io.netty..", "java.io..", "java.net..", "java.time..", "io.rungwatch.sampler..")
            .because("who reads bytes shall not care from where and when they come; then a file will do in a test");

    @ArchTest
    static final ArchRule WHAT_HEADERS_SAY_IS_PURE = classes()
            .that()
            .resideInAnyPackage("io.rungwatch.cache..", "io.rungwatch.structured")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.rungwatch.cache..",
                    "io.rungwatch.structured",
                    "io.rungwatch.exchange",
                    "java.lang..",
                    "java.math..",
                    "java.nio",
                    "java.nio.charset",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..")
            .because("headers in, ruling out: then the daemon, `explain-headers` and a replay all rule alike");

    @ArchTest
    static final ArchRule WHAT_SAMPLES_SAY_IS_PURE = classes()
            .that()
            .resideInAnyPackage("io.rungwatch.sample", "io.rungwatch.blame")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.rungwatch.sample",
                    "io.rungwatch.blame",
                    "io.rungwatch.cache",
                    "io.rungwatch.check",
                    "io.rungwatch.profile",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.HdrHistogram",
                    "org.jspecify..")
            .because("numbers in, judgement out: what took the samples, and when, is none of its business");

    @ArchTest
    static final ArchRule WHO_SAMPLES_ASKS_FOR_IT = noClasses()
            .that()
            .resideInAnyPackage("io.rungwatch.round", "io.rungwatch.checks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "java.io..", "java.net..", "io.rungwatch.sampler..")
            .because("requests are handed out and answers handed in: a simulated month drives it like sockets do");

    @ArchTest
    static final ArchRule TIME_IS_DATA = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.rungwatch.cache..", "io.rungwatch.structured", "io.rungwatch.sample", "io.rungwatch.blame")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .because("the Reply says when it came, the Sample when it was taken");

    @Test
    void eachCacheSourceIsListed() throws IOException {
        List<String> listed = Sources.ALL.stream()
                .map(source -> source.getClass().getSimpleName())
                .toList();
        Path folder = Path.of("src/main/java/io/rungwatch/cache/source");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> written = files.filter(file -> contains(file, "implements Source"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(listed)
                    .as("Sources.ALL lists each file of " + folder + " that implements Source, sorted by name")
                    .isEqualTo(written);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachLayerCheckIsListed() throws IOException {
        List<String> listed = LayerChecks.ALL.stream()
                .map(check -> check.getClass().getSimpleName())
                .toList();
        try (Stream<Path> files = Files.list(CHECKS)) {
            List<String> missing = files.map(
                            file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("LayerChecks") && !name.equals("package-info"))
                    .filter(name -> !listed.contains(name))
                    .toList();
            assertThat(missing)
                    .as(() -> "add `new " + missing.getFirst() + "()` to LayerChecks.ALL, sorted by id")
                    .isEmpty();
        }
    }

    @Test
    void eachMediaCheckIsListed() throws IOException {
        List<String> listed = LayerChecks.ALL.stream()
                .map(check -> check.getClass().getSimpleName())
                .toList();
        try (Stream<Path> files = Files.list(MEDIA_CHECKS)) {
            List<String> missing = files.filter(file -> contains(file, "implements MediaCheck"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !listed.contains(name))
                    .toList();
            assertThat(missing)
                    .as(() -> "add `new " + missing.getFirst() + "()` to LayerChecks.ALL, sorted by id")
                    .isEmpty();
        }
    }

    @Test
    void idsAreSorted() {
        List<String> ids =
                LayerChecks.ALL.stream().map(Check::info).map(CheckInfo::id).toList();

        assertThat(ids).as("sort LayerChecks.ALL by id").isSorted();
    }
}
