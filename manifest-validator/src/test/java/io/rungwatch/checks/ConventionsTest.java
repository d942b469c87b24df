package io.rungwatch.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a check looks, so that the hundredth reads like the first. */
@AnalyzeClasses(packages = "io.rungwatch.checks", importOptions = DoNotIncludeTests.class)
class ConventionsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/rungwatch/checks");

    @ArchTest
    static final ArchRule CHECKS_ARE_FINAL = classes()
            .that()
            .implement(Check.class)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .andShould()
            .bePublic()
            .because(
                    "a check is `public final class XyZ implements …Check`: what two checks share is a small class beside them");

    @ArchTest
    static final ArchRule CHECKS_REMEMBER_NOTHING = fields().that()
            .areDeclaredInClassesThat()
            .implement(Check.class)
            .should()
            .beStatic()
            .andShould()
            .beFinal()
            .because("one check object serves all channels at once; what happened before is in the Step");

    static Stream<Check> checks() {
        return ManifestChecks.ALL.stream();
    }

    @Test
    void eachSourceFileIsListed() throws IOException {
        List<String> listed =
                checks().map(check -> check.getClass().getSimpleName()).toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> missing = files.filter(ConventionsTest::isCheck)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !listed.contains(name))
                    .toList();
            assertThat(missing)
                    .as(() -> "add `new " + missing.getFirst() + "()` to ManifestChecks.ALL, sorted by id")
                    .isEmpty();
        }
    }

    @Test
    void idsAreSortedAndUnique() {
        List<String> ids = checks().map(check -> check.info().id()).toList();

        assertThat(ids)
                .as("sort ManifestChecks.ALL by id")
                .isSorted()
                .as("two checks have one id: it is a metric label and an alert key")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void isNamedLikeItsId(Check check) {
        String id = check.info().id();

        assertThat(id).as("an id is snake_case").matches("[a-z][a-z0-9]*(_[a-z0-9]+)+");
        assertThat(check.getClass().getSimpleName())
                .as("call the class " + upperCamel(id) + ", or the check " + snake(check.getClass()))
                .isEqualTo(upperCamel(id));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysAllThereIsToSayOfItself(Check check) {
        CheckInfo info = check.info();

        assertThat(check.info())
                .as("declare INFO once, as a constant on top of the file")
                .isSameAs(info);
        assertThat(info.summary()).as("summary: what is wrong, in one line").isNotBlank();
        assertThat(info.impact()).as("impact: what the viewer sees, a sentence").endsWith(".");
        assertThat(info.spec()).as("spec: the clause it rests on, or Rungwatch").isNotBlank();
        assertThat(info.action()).as("action: what to do first, a sentence").matches("(?s).*[.?]");
        assertThat(info.summary()).as("summary is a line, not a sentence").doesNotEndWith(".");
        boolean limited = info.threshold().unit() != Threshold.Unit.NONE;
        assertThat(!limited || !info.threshold().meaning().isBlank())
                .as("say what the threshold counts")
                .isTrue();
    }

    private static boolean isCheck(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file).matches("(?s).*class \\w+ implements \\w+Check\\b.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String upperCamel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static String snake(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
