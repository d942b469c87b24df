package io.rungwatch.snmp;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** All that an agent can say, in the order in which it is walked through. */
final class AgentView {
    private final NavigableMap<OID, Variable> values = new TreeMap<>();
    private final List<OID> objects;

    /** @param name of this machine, as sysName */
    AgentView(Mib mib, String name, TimeTicks up, int channels, Duration heartbeat, List<Notice> active, Links links) {
        objects = MibNode.readable().stream().map(mib::oid).toList();
        values.put(SnmpConstants.sysDescr, new OctetString("Rungwatch, probe of HLS and DASH streams"));
        values.put(SnmpConstants.sysObjectID, mib.root());
        values.put(SnmpConstants.sysUpTime, up);
        values.put(SnmpConstants.sysName, Octets.text(name, 255));
        ProbeGroup.of(channels, heartbeat, active).forEach((node, value) -> values.put(mib.scalar(node), value));
        for (Notice notice : active) {
            AlertIndex index = AlertIndex.of(notice.id());
            AlertRow.of(notice, notice.state(), links)
                    .forEach((column, value) -> values.put(mib.cell(column, index), value));
        }
    }

    VariableBinding get(OID oid) {
        Variable value = values.get(oid);
        if (value != null) {
            return new VariableBinding(oid, value);
        }
        boolean known = objects.stream().anyMatch(oid::startsWith);
        return new VariableBinding(oid, known ? Null.noSuchInstance : Null.noSuchObject);
    }

    VariableBinding next(OID oid) {
        Map.Entry<OID, Variable> next = values.higherEntry(oid);
        return next == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(next.getKey(), next.getValue());
    }
}
