package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Representation;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ExpectedRung;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Representations of an MPD are called: like the rungs and tracks of HLS, so that both protocols speak of the same HD. */
record MpdNames(List<ExpectedRung> ladder) {
    private static final double BITRATE_SLACK = 0.25;
    private static final int HEIGHT_SLACK = 8;
    private static final int MOST = 200;

    /** In the last Period, which players at the live edge are in or come to next; none where there is no Period yet. */
    Map<Rendition, Track> of(Mpd mpd) {
        List<PeriodView> periods = mpd.presentation().periods();
        return periods.isEmpty() ? Map.of() : of(periods.getLast());
    }

    Map<Rendition, Track> of(PeriodView period) {
        Map<Rendition, Track> named = new LinkedHashMap<>();
        for (Track track : period.tracks()) {
            if (named.size() < MOST
                    && !track.set().isTrickMode()
                    && !track.set().is("image")) {
                named.putIfAbsent(name(track), track);
            }
        }
        return named;
    }

    private Rendition name(Track track) {
        AdaptationSet set = track.set();
        if (set.is("audio")) {
            return new Rendition(Names.label("audio_" + language(set)), Kind.AUDIO);
        }
        if (set.is("text")) {
            return new Rendition(Names.label("subtitles_" + language(set)), Kind.SUBTITLES);
        }
        Representation rung = track.representation();
        for (ExpectedRung expected : ladder) {
            boolean near = Math.abs(rung.bandwidth() - expected.bitrate()) <= BITRATE_SLACK * expected.bitrate();
            if (near && Math.abs(rung.height() - expected.height()) <= HEIGHT_SLACK) {
                return new Rendition(expected.rung(), Kind.VIDEO);
            }
        }
        String bitrate = Names.bitrate(rung.bandwidth());
        return new Rendition(rung.height() == 0 ? bitrate : rung.height() + "p_" + bitrate, Kind.VIDEO);
    }

    private static String language(AdaptationSet set) {
        return set.language().isEmpty() ? set.id() == null ? "und" : set.id() : set.language();
    }
}
