package io.rungwatch.simulator.stream;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that many channels have in common.
 *
 * @param restarts a discontinuity without an ad, once in this time
 * @param largestSegment bodies are cut to so many bytes; the whole of them is sent where this is large
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
        long largestSegment) {
    public StreamSpec {
        ladder = List.copyOf(ladder);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        double late = publication.jitter().toMillis()
                / (double) segmentation.duration().toMillis();
        if (late + segmentation.jitter() > 0.5) {
            throw new IllegalArgumentException("segments would come more than 1.5 target durations apart");
        }
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
                Long.MAX_VALUE);
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
                largestSegment);
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
                largestSegment);
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
                largestSegment);
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
                largestSegment);
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
                largestSegment);
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
                largestSegment);
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
                largestSegment);
    }

    public StreamSpec withoutProgramDateTime() {
        return new StreamSpec(
                ladder, audio, subtitles, segmentation, programme, publication, ads, restarts, false, largestSegment);
    }

    public StreamSpec withLargestSegment(long bytes) {
        return new StreamSpec(
                ladder, audio, subtitles, segmentation, programme, publication, ads, restarts, programDateTime, bytes);
    }
}
