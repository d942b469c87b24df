package io.rungwatch.scte35;

/** No splice information; `detail` is for people. */
public record Unreadable(Reason reason, String detail) implements Splice {
    public enum Reason {
        TEXT("neither hexadecimal nor Base64"),
        TOO_LONG("longer than any section can be"),
        TABLE("another table than splice information"),
        LENGTH("the section is not as long as it says"),
        CRC("its checksum is wrong"),
        SYNTAX("its fields run over its end");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
