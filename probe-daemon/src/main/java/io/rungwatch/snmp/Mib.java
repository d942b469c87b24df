package io.rungwatch.snmp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.snmp4j.smi.OID;

/**
 * RUNGWATCH-MIB below an enterprise number.
 *
 * @param enterprise as IANA assigned it to whoever runs the probe
 */
public record Mib(int enterprise) {
    /** For documentation, RFC 5612: serves until somebody has a number of their own. */
    public static final int DOCUMENTATION = 32473;

    private static final String FILE = "/mib/RUNGWATCH-MIB";
    private static final String PLACE = "{ enterprises " + DOCUMENTATION + " }";
    private static final int SCALAR = 0;

    public OID root() {
        return new OID(new int[] {1, 3, 6, 1, 4, 1, enterprise, 1});
    }

    public OID oid(MibNode node) {
        return root().append(new OID(node.path()));
    }

    /** Of an object that there is one of. */
    public OID scalar(MibNode node) {
        return oid(node).append(SCALAR);
    }

    public OID cell(MibNode column, AlertIndex row) {
        return oid(column).append(row.subidentifier());
    }

    /** The module with this number in it. */
    public String text() throws IOException {
        try (InputStream file = Mib.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is not in this build; build it again");
            }
            String module = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return module.replace(PLACE, "{ enterprises " + enterprise + " }");
        }
    }
}
