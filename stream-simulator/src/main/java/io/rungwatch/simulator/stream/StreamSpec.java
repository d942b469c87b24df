package io.rungwatch.simulator.stream;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that many channels have in common.
 *
 * @param restarts a discontinuity without an ad, once in this time
 * @param largestSegment bodies are filled up to so many bytes at most
 */
public record StreamSpec(
        List<Rung> ladder,
        List<Audio> audio,
        List<Subtitles> subtitles,
        Segmentation segmentation,
        Programme programme,
        Publication publication,
        @Nullable AdBreaks ads,
        @Nullable Duration restarts,
        boolean programDateTime,
        long largestSegment,
        Extras extras) {
    public StreamSpec {
        ladder = List.copyOf(ladder);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        double late = publication.jitter().toMillis()
                / (double) segmentation.duration().toMillis();
        if (late + segmentation.jitter() > 0.5) {
            throw new IllegalArgumentException("segments would come more than 1.5 target durations apart");
        }
        LowLatency parts = extras.lowLatency();
        if (parts != null && publication.jitter().compareTo(parts.part()) >= 0) {
            throw new IllegalArgumentException("a segment would come after the first part of the next");
        }
        RealMedia.check(segmentation, ladder, audio, extras);
    }

    public static StreamSpec of(List<Rung> ladder, Segmentation segmentation) {
        return new StreamSpec(
                ladder,
                List.of(),
                List.of(),
                segmentation,
                Programme.LIVE,
                Publication.PROMPT,
                null,
                null,
                true,
                Long.MAX_VALUE,
                Extras.NONE);
    }

    public StreamSpec withAudio(Audio... tracks) {
        return new StreamSpec(
                ladder,
                List.of(tracks),
                subtitles,
                segmentation,
                programme,
                publication,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withSubtitles(Subtitles... tracks) {
        return new StreamSpec(
                ladder,
                audio,
                List.of(tracks),
                segmentation,
                programme,
                publication,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withSegmentation(Segmentation other) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                other,
                programme,
                publication,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withProgramme(Programme other) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                other,
                publication,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withPublication(Publication other) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                other,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withAds(AdBreaks breaks) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                publication,
                breaks,
                restarts,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withRestarts(Duration every) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                publication,
                ads,
                every,
                programDateTime,
                largestSegment,
                extras);
    }

    public StreamSpec withoutProgramDateTime() {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                publication,
                ads,
                restarts,
                false,
                largestSegment,
                extras);
    }

    public StreamSpec withLargestSegment(long bytes) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                publication,
                ads,
                restarts,
                programDateTime,
                bytes,
                extras);
    }

    public StreamSpec withDash(Dash dash) {
        return withExtras(extras.with(dash));
    }

    public StreamSpec withLowLatency(LowLatency parts) {
        return withExtras(extras.with(parts));
    }

    public StreamSpec withProtection(Protection protection) {
        return withExtras(extras.with(protection));
    }

    public StreamSpec with(HlsFeature... features) {
        return withExtras(extras.with(features));
    }

    private StreamSpec withExtras(Extras others) {
        return new StreamSpec(
                ladder,
                audio,
                subtitles,
                segmentation,
                programme,
                publication,
                ads,
                restarts,
                programDateTime,
                largestSegment,
                others);
    }
}
