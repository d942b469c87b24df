package io.rungwatch.simulator.stream;

import org.jspecify.annotations.Nullable;

/**
 * One media playlist: a rung, an audio track or subtitles.
 *
 * @param name as the ladder calls it: HD, audio_vie, subs_vie
 * @param label with what tells it apart: HD_5M
 * @param stem as paths call it: CH_001_HD_5M
 */
public record Rendition(
        Type type,
        String name,
        String label,
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
        String label = rung.name() + "_" + label(rung.bitrate());
        return of(Type.VIDEO, channel, rung.name(), label, rung.bitrate(), rung, null, null);
    }

    static Rendition of(String channel, Audio audio) {
        String name = "audio_" + audio.language();
        return of(Type.AUDIO, channel, name, name, audio.bitrate(), null, audio, audio.language());
    }

    static Rendition of(String channel, Subtitles subtitles) {
        String name = "subs_" + subtitles.language();
        return of(Type.SUBTITLES, channel, name, name, 1_000, null, null, subtitles.language());
    }

    private static Rendition of(
            Type type,
            String channel,
            String name,
            String label,
            long bitrate,
            @Nullable Rung rung,
            @Nullable Audio audio,
            @Nullable String language) {
        String stem = channel + "_" + label;
        return new Rendition(type, name, label, stem, bitrate, Noise.seed(stem), rung, audio, language);
    }

    /** HD, HD_5M and CH_001_HD_5M all mean this one. */
    public boolean isCalled(String word) {
        return word.equals(name) || word.equals(label) || word.equals(stem);
    }

    private static String label(long bitrate) {
        return bitrate % 1_000_000 == 0 ? bitrate / 1_000_000 + "M" : bitrate / 1_000 + "K";
    }
}
