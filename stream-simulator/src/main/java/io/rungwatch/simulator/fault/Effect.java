package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.hls.MasterPlaylist;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.media.Cut;
import io.rungwatch.simulator.media.Track;
import io.rungwatch.simulator.stream.Directives;

/** What a kind of fault does, at the one or two places where it does anything. */
interface Effect {
    /** Another instant to look at the content of. */
    default long asOf(Occasion occasion, long at) {
        return at;
    }

    /** What is left of what a client asked for. */
    default Directives directives(Occasion occasion, Directives asked) {
        return asked;
    }

    default MasterPlaylist master(Occasion occasion, MasterPlaylist playlist) {
        return playlist;
    }

    default MediaPlaylist media(Occasion occasion, MediaPlaylist playlist) {
        return playlist;
    }

    default Mpd mpd(Occasion occasion, Mpd mpd) {
        return mpd;
    }

    default String text(Occasion occasion, String text) {
        return text;
    }

    /** By which clock segments come. */
    default long due(Occasion occasion, long at) {
        return at;
    }

    default Track init(Occasion occasion, Track track) {
        return track;
    }

    default Cut cut(Occasion occasion, Cut cut) {
        return cut;
    }

    default Body body(Occasion occasion, Body body) {
        return body;
    }

    default Reply reply(Occasion occasion, Reply reply) {
        return reply;
    }

    /** The functional forms, so that each effect is one method somewhere. */
    @FunctionalInterface
    interface OnTime extends Effect {
        @Override
        long asOf(Occasion occasion, long at);
    }

    @FunctionalInterface
    interface OnDue extends Effect {
        @Override
        long due(Occasion occasion, long at);
    }

    @FunctionalInterface
    interface OnMaster extends Effect {
        @Override
        MasterPlaylist master(Occasion occasion, MasterPlaylist playlist);
    }

    @FunctionalInterface
    interface OnMedia extends Effect {
        @Override
        MediaPlaylist media(Occasion occasion, MediaPlaylist playlist);
    }

    @FunctionalInterface
    interface OnDirectives extends Effect {
        @Override
        Directives directives(Occasion occasion, Directives asked);
    }

    @FunctionalInterface
    interface OnMpd extends Effect {
        @Override
        Mpd mpd(Occasion occasion, Mpd mpd);
    }

    @FunctionalInterface
    interface OnText extends Effect {
        @Override
        String text(Occasion occasion, String text);
    }

    @FunctionalInterface
    interface OnCut extends Effect {
        @Override
        Cut cut(Occasion occasion, Cut cut);
    }

    @FunctionalInterface
    interface OnBody extends Effect {
        @Override
        Body body(Occasion occasion, Body body);
    }

    /** What is true of the init section is true of the segments. */
    @FunctionalInterface
    interface OnTrack extends Effect {
        @Override
        Track init(Occasion occasion, Track track);

        @Override
        default Cut cut(Occasion occasion, Cut cut) {
            return cut.of(init(occasion, cut.track()));
        }
    }

    @FunctionalInterface
    interface OnReply extends Effect {
        @Override
        Reply reply(Occasion occasion, Reply reply);
    }
}
