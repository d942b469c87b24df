package io.rungwatch.hls;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** EXT-X-MEDIA. GROUP-ID and NAME are empty where absent (a hard problem says so); no URI means that it is muxed into the variants. */
public record Rendition(
        int line,
        Type type,
        String groupId,
        String name,
        @Nullable String uri,
        Attributes attributes) {
    public enum Type {
        AUDIO,
        VIDEO,
        SUBTITLES,
        CLOSED_CAPTIONS,
        UNKNOWN
    }

    public @Nullable String language() {
        return attributes.text("LANGUAGE");
    }

    public @Nullable String assocLanguage() {
        return attributes.text("ASSOC-LANGUAGE");
    }

    public boolean isDefault() {
        return attributes.yes("DEFAULT");
    }

    public boolean autoselect() {
        return attributes.yes("AUTOSELECT");
    }

    public boolean forced() {
        return attributes.yes("FORCED");
    }

    public @Nullable String instreamId() {
        return attributes.text("INSTREAM-ID");
    }

    public List<String> characteristics() {
        return MultivariantTags.list(attributes.text("CHARACTERISTICS"));
    }

    /** As written: "2", "6", "16/JOC". */
    public @Nullable String channels() {
        return attributes.text("CHANNELS");
    }

    /** The number in front of the first slash of CHANNELS. */
    public OptionalLong channelCount() {
        String channels = channels();
        if (channels == null) {
            return OptionalLong.empty();
        }
        int slash = channels.indexOf('/');
        long count = Numbers.whole(slash < 0 ? channels : channels.substring(0, slash));
        return count == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(count);
    }

    public OptionalLong bitDepth() {
        return attributes.whole("BIT-DEPTH");
    }

    public OptionalLong sampleRate() {
        return attributes.whole("SAMPLE-RATE");
    }

    public @Nullable String stableId() {
        return attributes.text("STABLE-RENDITION-ID");
    }
}
