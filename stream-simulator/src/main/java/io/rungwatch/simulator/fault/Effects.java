package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.hls.MasterPlaylist;
import io.rungwatch.simulator.hls.MediaPlaylist;
import java.util.List;

/** Several effects of one fault, one after another. */
record Effects(List<Effect> all) implements Effect {
    @Override
    public long asOf(Occasion occasion, long at) {
        long instant = at;
        for (Effect effect : all) {
            instant = effect.asOf(occasion, instant);
        }
        return instant;
    }

    @Override
    public MasterPlaylist master(Occasion occasion, MasterPlaylist playlist) {
        MasterPlaylist changed = playlist;
        for (Effect effect : all) {
            changed = effect.master(occasion, changed);
        }
        return changed;
    }

    @Override
    public MediaPlaylist media(Occasion occasion, MediaPlaylist playlist) {
        MediaPlaylist changed = playlist;
        for (Effect effect : all) {
            changed = effect.media(occasion, changed);
        }
        return changed;
    }

    @Override
    public Mpd mpd(Occasion occasion, Mpd mpd) {
        Mpd changed = mpd;
        for (Effect effect : all) {
            changed = effect.mpd(occasion, changed);
        }
        return changed;
    }

    @Override
    public String text(Occasion occasion, String text) {
        String changed = text;
        for (Effect effect : all) {
            changed = effect.text(occasion, changed);
        }
        return changed;
    }

    @Override
    public Reply reply(Occasion occasion, Reply reply) {
        Reply changed = reply;
        for (Effect effect : all) {
            changed = effect.reply(occasion, changed);
        }
        return changed;
    }
}
