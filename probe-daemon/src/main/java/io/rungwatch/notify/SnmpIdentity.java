package io.rungwatch.notify;

/** What SNMP's receivers know this probe by: the same for all of them, while notifiers come and go with the configuration. */
public interface SnmpIdentity {
    /** The id of its engine. */
    byte[] id();

    /** Larger after each start. */
    int boots();

    /** Since the start. */
    long nanos();
}
