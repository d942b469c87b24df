package io.rungwatch.watch;

import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Variant;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the playlists of a manifest are called: the profile's names where it knows the rung, else height and bitrate; audio and subtitles
 * by language. The same at every layer and in every poll, for alerts and metrics hang on them. One address is followed once.
 */
final class Names {
    static final Rendition ONLY = new Rendition("playlist", Kind.VIDEO);
    /** A hostile manifest must not become a fetch storm. */
    private static final int MOST = 200;

    private static final int LONGEST = 40;

    private final Map<Rendition, Url> named = new LinkedHashMap<>();
    private final Set<Url> urls = new HashSet<>();
    private final Url base;

    private Names(Url base) {
        this.base = base;
    }

    static Map<Rendition, Url> of(MultivariantPlaylist playlist, LadderMatch match, Url base) {
        Names names = new Names(base);
        for (LadderMatch.Pair pair : match.pairs()) {
            names.rung(pair.expected().rung(), Kind.VIDEO, pair.offered());
        }
        for (OfferedRung rung : match.unexpected()) {
            boolean video = rung.isVideo();
            names.rung(
                    video ? described(rung) : "audio_" + bitrate(rung.bandwidth()),
                    video ? Kind.VIDEO : Kind.AUDIO,
                    rung);
        }
        for (io.rungwatch.hls.Rendition track : playlist.renditions()) {
            switch (track.type()) {
                case AUDIO -> names.add("audio_" + language(track), Kind.AUDIO, track.uri());
                case SUBTITLES -> names.add("subtitles_" + language(track), Kind.SUBTITLES, track.uri());
                case VIDEO -> names.add("video_" + track.name(), Kind.VIDEO, track.uri());
                case CLOSED_CAPTIONS, UNKNOWN -> {}
            }
        }
        return names.named;
    }

    private void rung(String name, Kind kind, OfferedRung rung) {
        for (Variant row : rung.rows()) {
            add(name, kind, row.uri());
        }
    }

    /** No URI means muxed into the rungs; one that is no URL is the manifest's fault and nothing that could be asked for. */
    private void add(String wish, Kind kind, @Nullable String uri) {
        if (uri == null || named.size() >= MOST) {
            return;
        }
        try {
            Url url = base.resolve(uri);
            if (!url.equals(base) && urls.add(url)) {
                named.put(free(label(wish), kind), url);
            }
        } catch (BadUrl e) {
            // Shown by the manifest's own checks.
        }
    }

    private Rendition free(String name, Kind kind) {
        Rendition first = new Rendition(name, kind);
        Rendition rendition = first;
        for (int copy = 2; named.containsKey(rendition); copy++) {
            rendition = first.copy(copy);
        }
        return rendition;
    }

    private static String described(OfferedRung rung) {
        String bitrate = bitrate(rung.bandwidth());
        return rung.height() == 0 ? bitrate : rung.height() + "p_" + bitrate;
    }

    static String bitrate(long bandwidth) {
        if (bandwidth < 1_000_000) {
            return Math.round(bandwidth / 1e3) + "k";
        }
        long tenths = Math.round(bandwidth / 1e5);
        return tenths % 10 == 0 ? tenths / 10 + "M" : tenths / 10.0 + "M";
    }

    private static String language(io.rungwatch.hls.Rendition track) {
        String language = track.language();
        return language == null || language.isEmpty() ? track.name() : language;
    }

    /** Fit for a metric label, whatever the manifest says. */
    static String label(String wish) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < wish.length() && label.length() < LONGEST; i++) {
            char c = wish.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.".indexOf(c) >= 0;
            label.append(plain ? c : '_');
        }
        return label.toString();
    }
}
