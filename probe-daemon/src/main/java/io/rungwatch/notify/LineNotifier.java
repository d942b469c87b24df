package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Writes each message as one line of JSON at the end of a file, which may be rotated meanwhile. */
public final class LineNotifier implements Notifier {
    private final Path path;
    private final LineFile file;
    private final Links links;

    public LineNotifier(LineSettings settings, Links links) {
        this.links = links;
        path = settings.file();
        file = new LineFile(path, settings.sync());
    }

    @Override
    public void deliver(Message message) throws Undelivered {
        try {
            file.append(Json.write(Told.of(message, links)));
        } catch (IOException e) {
            throw Undelivered.failed(
                    path + " cannot be written (" + e.getClass().getSimpleName()
                            + "): check its folder, who may write there, and whether the disk is full");
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
