package io.rungwatch.notify;

import java.nio.file.Path;

/**
 * A file to write to, one JSON object a line.
 *
 * @param sync whether each line is on the disk before it counts as told
 */
public record LineSettings(Path file, boolean sync) implements NotifierSettings {
    @Override
    public Notifier open(Ground ground) {
        return new LineNotifier(this, ground.links());
    }
}
