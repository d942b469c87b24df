package io.rungwatch.media;

import java.util.HexFormat;
import java.util.Optional;

/** Reads sinf: ISO 14496-12, 8.12; ISO 23001-7, 8.2. */
final class EncryptionReader {
    private EncryptionReader() {}

    static Optional<Encryption> find(Fields entry) {
        return BoxSearch.find(entry, "sinf").map(EncryptionReader::read);
    }

    private static Encryption read(Fields sinf) {
        String format = BoxSearch.find(sinf, "frma").map(Fields::code).orElse("");
        String scheme = BoxSearch.findFull(sinf, "schm").map(Fields::code).orElse("");
        return BoxSearch.find(sinf, "schi")
                .flatMap(schi -> BoxSearch.findFull(schi, "tenc"))
                .map(tenc -> read(format, scheme, tenc))
                .orElseGet(() -> new Encryption(format, scheme, false, false, 0, ""));
    }

    private static Encryption read(String format, String scheme, Fields tenc) {
        tenc.skip(2);
        boolean encrypted = tenc.number(1) == 1;
        int ivSize = tenc.number(1);
        return new Encryption(
                format,
                scheme,
                true,
                encrypted,
                ivSize,
                HexFormat.of().formatHex(tenc.part(16).copy()));
    }
}
