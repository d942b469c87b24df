package io.rungwatch.snmp;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.notify.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.VariableBinding;

/** What a trap or an inform says, in the order that the MIB promises. */
public record Notification(List<VariableBinding> bindings) {

    public static Notification of(Message message, Mib mib, Links links, TimeTicks up) {
        Notice notice = message.notice();
        AlertIndex index = AlertIndex.of(notice.id());
        Notice.State state = message.kind().ends() ? Notice.State.CLEARED : notice.state();
        List<VariableBinding> bindings = begun(mib.oid(type(message.kind())), up);
        bindings.add(new VariableBinding(mib.scalar(MibNode.NOTICE_INDEX), new UnsignedInteger32(index.value())));
        bindings.add(new VariableBinding(mib.scalar(MibNode.NOTICE_KIND), new Integer32(number(message.kind()))));
        bindings.add(new VariableBinding(mib.scalar(MibNode.NOTICE_TIME), Octets.time(message.at())));
        AlertRow.of(notice, state, links)
                .forEach((column, value) -> bindings.add(new VariableBinding(mib.cell(column, index), value)));
        return new Notification(List.copyOf(bindings));
    }

    public static Notification of(Heartbeat heartbeat, Mib mib, TimeTicks up) {
        List<VariableBinding> bindings = begun(mib.oid(MibNode.HEARTBEAT), up);
        ProbeGroup.of(heartbeat.channels(), heartbeat.every(), heartbeat.open())
                .forEach((node, value) -> bindings.add(new VariableBinding(mib.scalar(node), value)));
        return new Notification(List.copyOf(bindings));
    }

    private static List<VariableBinding> begun(OID type, TimeTicks up) {
        List<VariableBinding> bindings = new ArrayList<>();
        bindings.add(new VariableBinding(SnmpConstants.sysUpTime, up));
        bindings.add(new VariableBinding(SnmpConstants.snmpTrapOID, type));
        return bindings;
    }

    private static MibNode type(Message.Kind kind) {
        return switch (kind) {
            case RAISED -> MibNode.ALERT_RAISED;
            case CHANGED, ACKNOWLEDGED, ESCALATED -> MibNode.ALERT_CHANGED;
            case MERGED, CLEARED -> MibNode.ALERT_CLEARED;
        };
    }

    private static int number(Message.Kind kind) {
        return switch (kind) {
            case RAISED -> 1;
            case CHANGED -> 2;
            case ACKNOWLEDGED -> 3;
            case ESCALATED -> 4;
            case MERGED -> 5;
            case CLEARED -> 6;
        };
    }
}
