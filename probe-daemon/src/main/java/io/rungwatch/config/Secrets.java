package io.rungwatch.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where `${NAME}` and `${file:/path}` come from. Neither a secret nor a part of one ever stands in a message.
 *
 * @param looked false where a configuration is only looked at, by someone who may not know its secrets
 */
record Secrets(Function<String, @Nullable String> environment, boolean looked) {
    static final Secrets SYSTEM = new Secrets(System::getenv, true);
    static final Secrets UNREAD = new Secrets(name -> null, false);

    private static final String FILE = "file:";
    private static final long MOST_BYTES = 64 << 10;

    /** @param folder that a relative file is looked for in */
    String expand(String text, Path folder) throws Unfit {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        for (int from = text.indexOf("${"); from >= 0; from = text.indexOf("${", at)) {
            int end = text.indexOf('}', from);
            if (end < 0) {
                throw new Unfit("a '${' without its '}'; write ${NAME} or ${file:/path}");
            }
            expanded.append(text, at, from).append(lookup(text.substring(from + 2, end), folder));
            at = end + 1;
        }
        return expanded.append(text, at, text.length()).toString();
    }

    private String lookup(String name, Path folder) throws Unfit {
        if (!looked) {
            return name;
        }
        if (name.startsWith(FILE)) {
            return content(name.substring(FILE.length()), folder);
        }
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            throw new Unfit(
                    "environment variable " + Reading.quoted(name) + " is not set; set it where rungwatch is started");
        }
        return value;
    }

    private static String content(String name, Path folder) throws Unfit {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new Unfit(
                        "secret file " + Reading.quoted(name) + " is not there, or no small file; check the path");
            }
            String content = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (content.isEmpty()) {
                throw new Unfit("secret file " + Reading.quoted(name) + " is empty; write the secret into it");
            }
            return content;
        } catch (IOException | InvalidPathException e) {
            throw new Unfit("secret file " + Reading.quoted(name) + " cannot be read; check who may read it");
        }
    }
}
