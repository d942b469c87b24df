package io.rungwatch.snmp;

import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.smi.OID;

/** What two sides of SNMP know of each other. Never shown whole: it holds secrets. */
public sealed interface SnmpAccess {

    /** v2c: a word in clear text. */
    record Community(String community) implements SnmpAccess {
        @Override
        public String toString() {
            return "v2c";
        }
    }

    /** v3, always authenticated and encrypted. */
    record User(String name, Authentication authentication, String authKey, Privacy privacy, String privKey)
            implements SnmpAccess {
        @Override
        public String toString() {
            return "v3 user " + name + " " + authentication.word() + " " + privacy.word();
        }
    }

    enum Authentication {
        SHA_256("SHA-256", AuthHMAC192SHA256.ID),
        SHA_512("SHA-512", AuthHMAC384SHA512.ID);

        private final String word;
        private final OID protocol;

        Authentication(String word, OID protocol) {
            this.word = word;
            this.protocol = protocol;
        }

        public String word() {
            return word;
        }

        OID protocol() {
            return protocol;
        }
    }

    enum Privacy {
        AES_128("AES-128", PrivAES128.ID),
        AES_256("AES-256", PrivAES256.ID);

        private final String word;
        private final OID protocol;

        Privacy(String word, OID protocol) {
            this.word = word;
            this.protocol = protocol;
        }

        public String word() {
            return word;
        }

        OID protocol() {
            return protocol;
        }
    }
}
