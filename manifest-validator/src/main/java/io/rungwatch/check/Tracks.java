package io.rungwatch.check;

import io.rungwatch.dash.Period;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import java.util.List;
import java.util.Optional;

/** What a manifest of either protocol offers beside its pictures. */
public record Tracks(Offer audio, Offer subtitles, Offer captions) {
    public static Tracks of(Ladder ladder) {
        return new Tracks(
                new HlsOffer(ladder, Rendition.Type.AUDIO, Variant::audioGroup),
                new HlsOffer(ladder, Rendition.Type.SUBTITLES, Variant::subtitlesGroup),
                new HlsOffer(ladder, Rendition.Type.CLOSED_CAPTIONS, Variant::closedCaptionsGroup));
    }

    /** All of an MPD's tracks go with all of its pictures. */
    public static Tracks of(Period period) {
        return new Tracks(MpdOffer.of(period, "audio"), MpdOffer.of(period, "text"), MpdOffer.captions(period));
    }

    /** The tracks of one kind, by language; one that does not say its language may be any. */
    public interface Offer {
        /** Whether it names no track at all. */
        boolean none();

        /** Whether there may be some all the same, within the pictures. */
        boolean mayBeMuxed();

        /** What offers it. */
        List<Track> in(String language);

        /** Lines of the rungs that lead to tracks, but to none of this language. */
        List<Integer> rungsWithout(String language);

        /** Where it says of the same thing that it is there and that it is not. */
        default Optional<Contradiction> contradiction() {
            return Optional.empty();
        }
    }

    /** An empty list of codecs may be any. */
    public record Track(int line, List<String> codecs) {}

    public record Contradiction(int line, String what) {}
}
