package io.rungwatch.simulator.dash;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** What a player needs to ask for a licence: the key's name, alone and in a box of the common system. */
final class ProtectionXml {
    private static final UUID COMMON = UUID.fromString("1077efec-c0b2-4d02-ace3-3c1e52e2fb4b");
    private static final int BOX = 52;

    private ProtectionXml() {}

    static void add(Xml set, String kid) {
        set.add("ContentProtection")
                .with("schemeIdUri", "urn:mpeg:dash:mp4protection:2011")
                .with("value", "cenc")
                .with("cenc:default_KID", kid);
        set.add("ContentProtection")
                .with("schemeIdUri", "urn:uuid:" + COMMON)
                .add("cenc:pssh")
                .containing(Base64.getEncoder().encodeToString(pssh(UUID.fromString(kid))));
    }

    /** Version 1, with one key and no data. */
    private static byte[] pssh(UUID kid) {
        ByteBuffer box = ByteBuffer.allocate(BOX).putInt(BOX).putInt(0x70737368).putInt(0x01000000);
        box.putLong(COMMON.getMostSignificantBits()).putLong(COMMON.getLeastSignificantBits());
        box.putInt(1).putLong(kid.getMostSignificantBits()).putLong(kid.getLeastSignificantBits());
        return box.putInt(0).array();
    }
}
