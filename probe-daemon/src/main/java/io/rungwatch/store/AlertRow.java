package io.rungwatch.store;

import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One alert as the alert log has it.
 *
 * @param source the layer at which it starts
 * @param channel of a group all of them, `CH_001, CH_002`
 * @param acknowledgedBy empty while nobody has it in hand
 * @param escalatedTo likewise
 * @param resolvedAt when it cleared, or went on in a group
 * @param state firing, acknowledged, silenced, cleared or merged; empty of rows that an older probe wrote
 * @param alert all of it, as the API shows it in JSON; empty of such rows, and of what is too long
 */
public record AlertRow(
        String id,
        Instant time,
        String probe,
        String severity,
        String source,
        String channel,
        String check,
        String team,
        String message,
        String acknowledgedBy,
        Optional<Instant> acknowledgedAt,
        String escalatedTo,
        Optional<Instant> resolvedAt,
        String state,
        String alert) {
    static final String COLUMNS = "alert_id, time, probe_id, severity, source, channel_id, check_id, team, message,"
            + " acknowledged_by, acknowledged_at, escalated_to, resolved_at, state, alert";

    static final String MERGED = "merged";

    /** A thousand channels by their longest names. */
    private static final int LONGEST = 70_000;

    private static final int LONGEST_ALERT = 200_000;

    /** In characters, nearly. */
    long length() {
        return (long) alert.length() + message.length() + channel.length();
    }

    static AlertRow of(Message told, String probe) {
        Notice notice = told.notice();
        Fault fault = notice.fault();
        Optional<Acknowledgement> acknowledged = notice.acknowledged();
        return new AlertRow(
                notice.id(),
                fault.raisedAt(),
                probe,
                fault.severity().word(),
                fault.layer(),
                fault.channel(),
                fault.check(),
                fault.team(),
                fault.words().headline(),
                acknowledged.map(Acknowledgement::by).orElse(""),
                acknowledged.map(Acknowledgement::at),
                String.join(", ", notice.escalatedTo()),
                told.kind().ends() ? Optional.of(notice.clearedAt().orElse(told.at())) : Optional.empty(),
                told.kind() == Message.Kind.MERGED ? MERGED : Json.word(notice.state()),
                whole(Json.write(notice.view(Links.BELOW_THE_API))));
    }

    /** Half of it could not be read. */
    private static String whole(String json) {
        return json.length() > LONGEST_ALERT ? "" : json;
    }

    void write(Values values) throws SQLException {
        values.text(id)
                .time(time)
                .text(probe)
                .text(severity)
                .text(source)
                .text(fit(channel))
                .text(check);
        values.text(team).text(fit(message)).word(fit(acknowledgedBy)).time(acknowledgedAt);
        values.word(fit(escalatedTo)).time(resolvedAt).word(state).word(alert);
    }

    /** PostgreSQL takes no NUL in a text. */
    private static String fit(String text) {
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return some.replace('\0', '?');
    }

    static AlertRow read(Fields fields) throws SQLException {
        return new AlertRow(
                fields.text(),
                fields.time(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.text(),
                fields.maybeTime(),
                fields.text(),
                fields.maybeTime(),
                fields.text(),
                fields.text());
    }
}
