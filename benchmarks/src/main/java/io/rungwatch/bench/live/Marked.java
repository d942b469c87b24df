package io.rungwatch.bench.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command writes into a page, between two marks that name it. */
final class Marked {
    private static final String END = "<!-- end -->";

    private Marked() {}

    static void write(Path page, String command, String text) throws IOException {
        Files.writeString(page, in(Files.readString(page), page.toString(), command, text));
    }

    static String in(String page, String name, String command, String text) throws IOException {
        String mark = "<!-- made by " + command + " -->";
        int begin = page.indexOf(mark);
        int end = page.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IOException(name + " has no place for it; write '" + mark + "' and '" + END + "' into it");
        }
        return page.substring(0, begin + mark.length()) + "\n\n" + text + "\n" + page.substring(end);
    }
}
