package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Links;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where an alert in an Alertmanager leads to. */
class AlertmanagerAlertTest {
    private static final Links PUBLIC = new Links(Optional.of("https://noc.example"), Optional.empty());

    @Test
    void linksLeadToTheProbe() {
        AlertmanagerAlert alert = AlertmanagerAlert.of(Messages.raised().notice(), PUBLIC);

        assertThat(alert.annotations())
                .containsEntry("runbook_url", "https://noc.example/docs/runbooks/playlist_stale.md")
                .containsEntry("evidence", "https://noc.example/api/v1/alerts/a81f00c2/evidence.har");
        assertThat(alert.until(Messages.SINCE))
                .containsEntry("generatorURL", "https://noc.example/#/alerts?id=a81f00c2");
    }

    /** An Alertmanager refuses a generatorURL that is none. */
    @Test
    void withoutAnAddressTheySayWhatToDo() {
        AlertmanagerAlert alert = AlertmanagerAlert.of(Messages.raised().notice(), Messages.LINKS);

        assertThat(alert.annotations())
                .containsEntry("runbook_url", "docs/runbooks/playlist_stale.md")
                .containsEntry("evidence", "rungwatch replay /var/lib/rungwatch/state/evidence/a81f00c2.har");
        assertThat(alert.until(Messages.SINCE)).doesNotContainKey("generatorURL");
    }
}
