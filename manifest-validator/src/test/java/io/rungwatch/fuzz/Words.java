package io.rungwatch.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A dictionary as libFuzzer reads it: a word in quotes a line, with {@code \x00}, {@code \"} and {@code \\}. */
final class Words {
    private Words() {}

    static List<byte[]> of(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, UTF_8).stream()
                            .filter(line -> line.startsWith("\""))
                            .map(line -> word(line.substring(1, line.length() - 1)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] word(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                i += text.charAt(i) == '\\' ? 1 : 0;
                bytes.writeBytes(text.substring(i, i + 1).getBytes(ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }
}
