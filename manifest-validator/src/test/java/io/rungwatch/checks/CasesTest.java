package io.rungwatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of cases/ through the engine: what its check says, and that no other check joins in. */
class CasesTest {
    static Stream<CaseFolder> folders() {
        return CaseFolder.all();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhatItsFolderExpects(CaseFolder folder) {
        Situation situation = folder.situation();

        assertThat(situation.told()).as(folder.toString()).isEqualTo(situation.expected());
        assertThat(folder.others())
                .as("%s: other checks above info; where they are right, name them in expect.txt: `also: …`", folder)
                .isEqualTo(folder.expectedOthers());
    }
}
