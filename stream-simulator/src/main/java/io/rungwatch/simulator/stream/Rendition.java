package io.rungwatch.simulator.stream;

import org.jspecify.annotations.Nullable;

/**
 * One media playlist: a rung, an audio track or subtitles.
 *
 * @param name as the ladder calls it: HD, audio_vie, subs_vie
 * @param stem as paths call it: CH_001_HD_5M
 */
public record Rendition(
        Type type,
        String name,
        String stem,
        long bitrate,
        long seed,
        @Nullable Rung rung,
        @Nullable Audio audio,
        @Nullable String language) {
    public enum Type {
        VIDEO,
        AUDIO,
        SUBTITLES
    }

    static Rendition of(String channel, Rung rung) {
        String stem = channel + "_" + rung.name() + "_" + label(rung.bitrate());
        return new Rendition(Type.VIDEO, rung.name(), stem, rung.bitrate(), Noise.seed(stem), rung, null, null);
    }

    static Rendition of(String channel, Audio audio) {
        String stem = channel + "_audio_" + audio.language();
        return new Rendition(
                Type.AUDIO,
                "audio_" + audio.language(),
                stem,
                audio.bitrate(),
                Noise.seed(stem),
                null,
                audio,
                audio.language());
    }

    static Rendition of(String channel, Subtitles subtitles) {
        String stem = channel + "_subs_" + subtitles.language();
        return new Rendition(
                Type.SUBTITLES,
                "subs_" + subtitles.language(),
                stem,
                1_000,
                Noise.seed(stem),
                null,
                null,
                subtitles.language());
    }

    /** HD, HD_5M and CH_001_HD_5M all mean this one. */
    public boolean isCalled(String word) {
        return word.equals(name) || (stem.endsWith(word) && stem.contains("_" + word)) || word.equals(stem);
    }

    private static String label(long bitrate) {
        return bitrate % 1_000_000 == 0 ? bitrate / 1_000_000 + "M" : bitrate / 1_000 + "K";
    }
}
