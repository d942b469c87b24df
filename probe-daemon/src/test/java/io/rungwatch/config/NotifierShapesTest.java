package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.notify.AlertmanagerSettings;
import io.rungwatch.notify.WebhookSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.Node;

/** What may be said of Alertmanagers, webhooks and log files. */
class NotifierShapesTest {
    private static final Path FILE = Path.of("/etc/rungwatch/rungwatch.yaml");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SLACK",
            "https://hooks.slack.com/services/T0/B0/XXSECRETXX",
            "WORD",
            "h00k-s3cr3t",
            "BAD",
            "ftp://XXSECRETXX");

    private final Errors errors = new Errors(FILE);

    private Got read(Section section, String yaml) {
        return read(section, yaml, new Secrets(ENVIRONMENT::get, true)).orElseThrow();
    }

    private Optional<Got> read(Section section, String yaml, Secrets secrets) {
        Reading in = new Reading(FILE, errors, secrets);
        Node node = YamlFile.documents(yaml, in).orElseThrow().getFirst();
        return section.read(node, in);
    }

    private Reading in() {
        return new Reading(FILE, errors, new Secrets(ENVIRONMENT::get, true));
    }

    private AlertmanagerSettings alertmanager(String yaml) {
        return AlertmanagerShape.of(read(AlertmanagerShape.SECTION, yaml), in()).orElseThrow();
    }

    @Test
    void anAlertmanager() {
        AlertmanagerSettings said = alertmanager("alertmanager: http://alertmanager:9093");

        assertThat(said.alerts()).hasToString("http://alertmanager:9093/api/v2/alerts");
        assertThat(said.authorization()).isEmpty();
        assertThat(said.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"http://am/alerts, /alerts/api/v2/alerts", "http://am/alerts/, /alerts/api/v2/alerts"})
    void anAlertmanagerBelowAPath(String base, String target) {
        AlertmanagerSettings said = alertmanager("alertmanager: " + base);

        assertThat(said.alerts().target()).isEqualTo(target);
    }

    @Test
    void anAlertmanagerThatAsksForAPassword() {
        AlertmanagerSettings said = alertmanager("{alertmanager: 'https://am', username: probe, password: '${WORD}'}");

        String basic = Base64.getEncoder().encodeToString("probe:h00k-s3cr3t".getBytes(StandardCharsets.UTF_8));
        assertThat(said.authorization()).contains("Basic " + basic);
        assertThat(said.secrets()).contains("h00k-s3cr3t", "Basic " + basic);
        assertThat(said.toString()).doesNotContain("h00k", basic);
    }

    @Test
    void aToken() {
        AlertmanagerSettings said = alertmanager("{alertmanager: 'https://am', token: '${WORD}'}");

        assertThat(said.authorization()).contains("Bearer h00k-s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "'{alertmanager: https://a, username: probe}', go together",
        "'{alertmanager: https://a, password: \"${WORD}\"}', go together",
        "'{alertmanager: https://a, username: a, password: b, token: c}', are two ways in"
    })
    void oneWayIntoAnAlertmanager(String yaml, String wrong) {
        AlertmanagerShape.of(read(AlertmanagerShape.SECTION, yaml), in());

        assertThat(told()).singleElement().asString().contains(wrong);
    }

    @Test
    void aWebhookWhoseAddressIsASecret() {
        Got got = read(WebhookShape.SECTION, "{webhook: '${SLACK}', format: slack}");
        WebhookSettings said = WebhookShape.of(got, in()).orElseThrow();

        assertThat(said.url().path()).endsWith("/XXSECRETXX");
        assertThat(said).hasToString("WebhookSettings[hooks.slack.com:443, SLACK]");
        assertThat(errors.sorted()).isEmpty();
    }

    @Test
    void whereSecretsAreNotReadTheFileIsRightAllTheSame() {
        assertThat(read(WebhookShape.SECTION, "webhook: '${SLACK}'", Secrets.UNREAD))
                .isPresent();
        assertThat(errors.sorted()).isEmpty();
    }

    @Test
    void anAddressThatCannotBeAskedIsNotShown() {
        read(WebhookShape.SECTION, "webhook: '${BAD}'");

        assertThat(told())
                .singleElement()
                .asString()
                .contains("no address that can be asked")
                .doesNotContain("XXSECRETXX");
    }

    @ParameterizedTest
    @CsvSource({
        "'{webhook: https://a, format: pagerduty}', PagerDuty needs the integration key",
        "'{webhook: https://a, key: \"${WORD}\"}', is for PagerDuty only"
    })
    void whatDoesNotFitTogether(String yaml, String wrong) {
        WebhookShape.of(read(WebhookShape.SECTION, yaml), in());

        assertThat(told()).singleElement().asString().contains(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "alerts.jsonl, /etc/rungwatch/alerts.jsonl",
        "/var/log/rungwatch/alerts.jsonl, /var/log/rungwatch/alerts.jsonl"
    })
    void aLogFile(String said, String file) {
        assertThat(LineShape.of(read(LineShape.SECTION, "log: " + said)).file()).hasToString(file);
    }

    @Test
    void aFolderIsNoFile() {
        read(LineShape.SECTION, "log: /var/log/");

        assertThat(told()).singleElement().asString().contains("is a folder");
    }

    private List<String> told() {
        return errors.sorted().stream().map(ConfigError::toString).toList();
    }
}
