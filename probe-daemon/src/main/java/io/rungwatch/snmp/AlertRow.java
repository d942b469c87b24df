package io.rungwatch.snmp;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import java.util.EnumMap;
import java.util.Map;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * A notice in the columns of the table, in their order. The texts' lengths are those of the MIB; all of them at their longest still fit
 * into one packet that no network has to cut.
 */
final class AlertRow {
    private static final int RUNBOOK = 96;

    private AlertRow() {}

    static Map<MibNode, Variable> of(Notice notice, Notice.State state, Links links) {
        Fault fault = notice.fault();
        Map<MibNode, Variable> row = new EnumMap<>(MibNode.class);
        row.put(MibNode.ID, Octets.text(notice.id(), 16));
        row.put(MibNode.STATE, new Integer32(number(state)));
        row.put(MibNode.CHECK, Octets.text(fault.check(), 64));
        row.put(MibNode.SEVERITY, new Integer32(number(fault.severity())));
        row.put(MibNode.TEAM, Octets.text(fault.team(), 64));
        row.put(MibNode.CHANNEL, Octets.text(fault.channel(), 64));
        row.put(MibNode.PROTOCOL, Octets.text(fault.place().protocol(), 16));
        row.put(MibNode.LAYER, Octets.text(fault.layer(), 64));
        row.put(MibNode.RENDITION, Octets.text(fault.rendition(), 64));
        row.put(MibNode.MESSAGE, Octets.text(fault.words().headline(), 255));
        row.put(MibNode.FIRST_SEEN, Octets.time(fault.since()));
        row.put(MibNode.RAISED_AT, Octets.time(fault.raisedAt()));
        row.put(MibNode.RUNBOOK, runbook(fault, links));
        row.put(
                MibNode.ACKNOWLEDGED_BY,
                Octets.text(notice.acknowledged().map(Acknowledgement::by).orElse(""), 64));
        return row;
    }

    /** A link that is cut leads nowhere. */
    private static OctetString runbook(Fault fault, Links links) {
        String link = links.runbook(fault.what().runbook());
        return Octets.text(Octets.fits(link, RUNBOOK) ? link : fault.what().runbook(), RUNBOOK);
    }

    private static int number(Notice.State state) {
        return switch (state) {
            case FIRING -> 1;
            case ACKNOWLEDGED -> 2;
            case CLEARED -> 3;
            case SILENCED -> 4;
        };
    }

    private static int number(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case MINOR -> 2;
            case MAJOR -> 3;
            case CRITICAL -> 4;
        };
    }
}
