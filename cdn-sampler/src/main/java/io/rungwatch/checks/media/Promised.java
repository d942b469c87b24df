package io.rungwatch.checks.media;

import io.rungwatch.check.CodecFamily;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.round.Portion;
import java.util.List;

/** Which kinds of streams a manifest promises to be in a segment. */
final class Promised {
    private Promised() {}

    static boolean pictures(Portion portion) {
        return portion.rendition().kind() == Kind.VIDEO
                && !codecs(portion, Sort.VIDEO).isEmpty();
    }

    /** Where the sound may lie elsewhere, nothing is promised. */
    static boolean sound(Portion portion) {
        return switch (portion.rendition().kind()) {
            case AUDIO -> true;
            case VIDEO ->
                portion.promise().alone() && !codecs(portion, Sort.AUDIO).isEmpty();
            case SUBTITLES, ENTRY -> false;
        };
    }

    static List<String> codecs(Portion portion, Sort sort) {
        return portion.promise().codecs().stream()
                .filter(codec -> {
                    String family = CodecFamily.of(codec);
                    return sort == Sort.VIDEO ? CodecFamily.isVideo(family) : CodecFamily.isAudio(family);
                })
                .toList();
    }
}
