package io.rungwatch.config;

import io.rungwatch.notify.LineSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What may be said of a notifier that writes a log file. */
final class LineShape {
    static final Scalar<Path> FILE = Scalar.of(
            "a file",
            "write its path, beside this file or absolute",
            Texts.LINE.pattern().pattern(),
            groups -> file(groups.group()),
            Path::toString);
    static final Key<Path> LOG = Key.required(
            "log",
            FILE,
            "The file that gets one JSON object a line, beside this file or absolute; its folder must be there.");
    static final Key<Boolean> SYNC = Key.of(
            "sync",
            new Words<>("yes or no", List.of(true, false), yes -> yes ? "yes" : "no"),
            false,
            "Whether a line is on the disk before it counts as told: survives a power cut, at the price of waiting.");

    static final Section SECTION = Section.of("a log file", LOG, SYNC);

    private LineShape() {}

    private static Path file(String text) throws Unfit {
        try {
            Path path = Path.of(text);
            if (text.endsWith("/") || path.getFileName() == null) {
                throw new Unfit("is a folder; write the path of a file in it");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new Unfit("is no path on this machine; write its path, beside this file or absolute");
        }
    }

    /** Of a section whose `log` could be read. */
    static LineSettings of(Got said) {
        Path beside = said.spot().file().toAbsolutePath().resolveSibling(said.get(LOG));
        return new LineSettings(beside, said.get(SYNC));
    }
}
