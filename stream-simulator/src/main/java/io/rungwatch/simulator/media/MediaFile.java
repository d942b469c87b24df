package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Content;
import java.util.List;

/**
 * A segment, a part or an init section as an object: what faults of its bytes leave of it, and a tag.
 *
 * @param name with its length it is the tag: a fault that changes the bytes is in it too
 */
public record MediaFile(String type, String name, Body body, long modified) {
    public Content content() {
        return new Content(type, body, etag(name, body), modified, false);
    }

    /** Of this segment of the timeline. */
    public MediaFile edited(long segment, List<? extends SegmentEdit> edits) {
        MediaFile file = this;
        for (SegmentEdit edit : edits) {
            if (edit.isAbout(segment)) {
                file = new MediaFile(type, file.name + '~' + edit.mark(), edit.body(file.body), modified);
            }
        }
        return file;
    }

    private static String etag(String name, Body body) {
        return "\"" + Integer.toHexString(name.hashCode()) + "-" + Long.toHexString(body.length()) + "\"";
    }
}
