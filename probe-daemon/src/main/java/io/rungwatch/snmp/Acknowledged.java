package io.rungwatch.snmp;

import io.rungwatch.notify.Undelivered;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** Whether the receiver of an inform has it, and if not, what its answer means to whoever set it up. */
final class Acknowledged {
    private static final Map<OID, String> REPORTS = Map.of(
            SnmpConstants.usmStatsUnknownUserNames, "does not know the user; add it there, or correct `user`",
            SnmpConstants.usmStatsWrongDigests, "has another authentication key; compare `auth` and `authKey`",
            SnmpConstants.usmStatsDecryptionErrors, "has another privacy key; compare `priv` and `privKey`",
            SnmpConstants.usmStatsUnsupportedSecLevels, "does not do authPriv for the user; create it with both keys",
            SnmpConstants.usmStatsNotInTimeWindows, "is of another time; check whether its boots are persisted",
            SnmpConstants.usmStatsUnknownEngineIDs, "has another engine id than a moment ago");

    private Acknowledged() {}

    static void check(ResponseEvent<?> event, String receiver, Duration waited) throws Undelivered {
        Exception error = event.getError();
        PDU answer = event.getResponse();
        if (error != null) {
            throw Undelivered.failed(receiver + " cannot be informed: " + error.getMessage());
        }
        if (answer == null) {
            throw Undelivered.failed(receiver + " did not acknowledge in " + waited.toSeconds()
                    + " s; is it there, and has it the same community, or the same keys of the user?");
        }
        if (answer.getType() == PDU.REPORT) {
            throw Undelivered.failed(receiver + " " + reported(answer));
        }
        if (answer.getErrorStatus() != PDU.noError) {
            throw Undelivered.refused(receiver + " answered " + answer.getErrorStatusText());
        }
    }

    private static String reported(PDU report) {
        OID oid = report.size() == 0 ? new OID() : report.get(0).getOid();
        @Nullable String meaning = REPORTS.get(oid);
        return meaning == null ? "answered with report " + oid : meaning;
    }
}
