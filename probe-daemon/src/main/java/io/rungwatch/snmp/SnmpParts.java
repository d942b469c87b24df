package io.rungwatch.snmp;

import io.rungwatch.notify.SnmpIdentity;
import java.util.concurrent.TimeUnit;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcher;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * The library's parts, put together for one access each: it would keep users and keys for the whole process otherwise, and two receivers
 * may know one name by different keys.
 */
record SnmpParts(SnmpAccess access, SnmpIdentity engine) {
    static TimeTicks up(SnmpIdentity engine) {
        return new TimeTicks(TimeUnit.NANOSECONDS.toMillis(engine.nanos()) / 10 & 0xFFFF_FFFFL);
    }

    private OctetString id() {
        return new OctetString(engine.id());
    }

    private int seconds() {
        return (int) TimeUnit.NANOSECONDS.toSeconds(engine.nanos());
    }

    /** Speaks the version of the access and no other. */
    MessageDispatcher dispatcher() {
        MessageDispatcher dispatcher = new MessageDispatcherImpl();
        switch (access) {
            case SnmpAccess.Community community -> dispatcher.addMessageProcessingModel(new MPv2c());
            case SnmpAccess.User user -> dispatcher.addMessageProcessingModel(v3(user));
        }
        return dispatcher;
    }

    Target<UdpAddress> target(UdpAddress receiver) {
        return switch (access) {
            case SnmpAccess.Community community -> {
                Target<UdpAddress> target = new CommunityTarget<>(receiver, new OctetString(community.community()));
                target.setVersion(SnmpConstants.version2c);
                yield target;
            }
            case SnmpAccess.User user -> {
                Target<UdpAddress> target = new UserTarget<>();
                target.setAddress(receiver);
                target.setVersion(SnmpConstants.version3);
                target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
                target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
                target.setSecurityName(new OctetString(user.name()));
                yield target;
            }
        };
    }

    PDU pdu(int type) {
        PDU pdu = access instanceof SnmpAccess.User ? scoped(type) : new PDU();
        pdu.setType(type);
        return pdu;
    }

    /** What a trap says comes from this engine; an inform is for the receiver's, which is asked for its id first. */
    private PDU scoped(int type) {
        ScopedPDU pdu = new ScopedPDU();
        if (type == PDU.TRAP) {
            pdu.setContextEngineID(id());
        }
        return pdu;
    }

    private MPv3 v3(SnmpAccess.User user) {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none);
        protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
        protocols.addAuthenticationProtocol(new AuthHMAC384SHA512());
        protocols.addPrivacyProtocol(new PrivAES128());
        protocols.addPrivacyProtocol(new PrivAES256());
        CounterSupport counters = CounterSupport.getInstance();
        USM usm = new USM(protocols, id(), engine.boots(), counters);
        usm.setLocalEngine(id(), engine.boots(), seconds());
        usm.addUser(new UsmUser(
                new OctetString(user.name()),
                user.authentication().protocol(),
                new OctetString(user.authKey()),
                user.privacy().protocol(),
                new OctetString(user.privKey())));
        SecurityModels models = new SecurityModels().addSecurityModel(usm);
        return new MPv3(engine.id(), new DefaultPDUFactory(), protocols, models, counters);
    }
}
