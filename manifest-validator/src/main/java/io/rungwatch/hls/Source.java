package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that a model was made from, for evidence: any line of it can be shown. Lines are found when asked for, not kept. */
public final class Source {
    private final byte[] bytes;

    Source(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** A playlist may end without a newline; one that was cut in the middle of a line does, too. */
    public boolean endsWithNewline() {
        return bytes.length > 0 && (bytes[bytes.length - 1] == '\n' || bytes[bytes.length - 1] == '\r');
    }

    /** The last line, without its end; nothing where it is so long that it was not read: of that nobody can see whether it is whole. */
    public String lastLine() {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < HlsScanner.MAX_LINE && bytes[from - 1] != '\n' && bytes[from - 1] != '\r') {
            from--;
        }
        return end - from < HlsScanner.MAX_LINE ? new String(bytes, from, end - from, UTF_8) : "";
    }

    /** Line number `line`, from 1, without its end; null when there is none. */
    public @Nullable String line(int line) {
        HlsScanner scanner = new HlsScanner(bytes);
        while (scanner.next()) {
            if (scanner.line() == line) {
                return scanner.raw();
            }
        }
        return null;
    }

    /** Where a tag stands first, 0 when it does not. */
    public int firstLineOf(Tag tag) {
        HlsScanner scanner = new HlsScanner(bytes);
        while (scanner.next()) {
            if (scanner.tag() == tag) {
                return scanner.line();
            }
        }
        return 0;
    }

    public List<String> lines() {
        HlsScanner scanner = new HlsScanner(bytes);
        List<String> lines = new java.util.ArrayList<>();
        while (scanner.next()) {
            lines.add(scanner.raw());
        }
        return List.copyOf(lines);
    }

    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
