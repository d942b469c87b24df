package io.rungwatch.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file as text, or why it is none. A file of any size or kind may stand there: a device, a film, a directory. */
final class FileText {
    static final int MOST_BYTES = 1 << 20;

    private FileText() {}

    static Optional<String> read(Path file, Errors errors) {
        Optional<String> wrong = notAFile(file);
        if (wrong.isPresent()) {
            errors.add(Spot.top(file), wrong.get());
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                errors.add(Spot.top(file), "larger than 1 MiB; spread the channels over several files");
                return Optional.empty();
            }
            return decoded(bytes, file, errors);
        } catch (IOException e) {
            errors.add(Spot.top(file), "cannot be read (" + e.getClass().getSimpleName() + "); check the disk");
            return Optional.empty();
        }
    }

    private static Optional<String> notAFile(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("is a folder; name a file");
        }
        if (!Files.exists(file)) {
            return Optional.of("there is no such file; check the path");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("is no regular file; write the YAML into one");
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of("may not be read; check who may (chmod, chown)");
    }

    private static Optional<String> decoded(byte[] bytes, Path file, Errors errors) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            errors.add(after(text, file), "not UTF-8 from here on; save the file as UTF-8");
            return Optional.empty();
        }
        return checked(text.startsWith("\uFEFF") ? text.substring(1) : text, file, errors);
    }

    private static Optional<String> checked(String text, Path file, Errors errors) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            if (control || c == 0x7f) {
                errors.add(after(text.substring(0, i), file), "control character U+%04X; remove it".formatted((int) c));
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private static Spot after(String text, Path file) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n') + 1;
        return new Spot(file, line, text.codePointCount(lineStart, text.length()) + 1);
    }
}
