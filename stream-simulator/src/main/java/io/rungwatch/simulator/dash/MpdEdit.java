package io.rungwatch.simulator.dash;

/** What a fault does to an MPD, before or after it has become text. */
public interface MpdEdit {
    default Mpd mpd(Mpd mpd) {
        return mpd;
    }

    default String text(String text) {
        return text;
    }
}
