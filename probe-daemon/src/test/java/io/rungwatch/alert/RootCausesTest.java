package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RootCausesTest {
    /** In the catalogue, and in the table already, but not checked yet. Take an id out when its check is there. */
    private static final Set<String> TO_COME = Set.of(
            "error_cached",
            "layer_content_differs",
            "part_stale",
            "playlist_shrank",
            "playlist_type_changed",
            "protocols_disagree",
            "renditions_boundaries_differ",
            "renditions_date_ranges_differ",
            "renditions_discontinuity_differ",
            "renditions_program_date_time_differ",
            "renditions_target_duration_differ",
            "renditions_type_differ",
            "segment_metadata_changed",
            "segment_missing");

    @Test
    void everyIdIsACheck() {
        Set<String> strays = new TreeSet<>(RootCauses.named());
        AllChecks.LIST.forEach(check -> strays.remove(check.info().id()));
        strays.removeAll(TO_COME);

        assertThat(strays)
                .as("RootCauses names what is no check: correct the id there, or add it to TO_COME here")
                .isEmpty();
    }
}
