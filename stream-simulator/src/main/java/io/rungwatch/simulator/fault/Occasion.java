package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.dash.MpdEdit;
import io.rungwatch.simulator.hls.MasterPlaylist;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.hls.PlaylistEdit;
import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.media.Cut;
import io.rungwatch.simulator.media.Track;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Directives;
import io.rungwatch.simulator.stream.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * A fault at work on one answer.
 *
 * @param at when the layer that has the fault was asked
 * @param since when this occurrence began; NEVER for a fault that only lingers in segments born during it
 * @param hop how often this request was redirected already
 */
public record Occasion(
        Fault fault,
        long at,
        long since,
        Channel channel,
        @Nullable Rendition rendition,
        String path,
        int hop) implements PlaylistEdit, MpdEdit {
    public long asOf(long instant) {
        return fault.kind().effect().asOf(this, instant);
    }

    public Directives directives(Directives asked) {
        return fault.kind().effect().directives(this, asked);
    }

    public Reply reply(Reply reply) {
        return fault.kind().effect().reply(this, reply);
    }

    @Override
    public MasterPlaylist master(MasterPlaylist playlist) {
        return fault.kind().effect().master(this, playlist);
    }

    @Override
    public MediaPlaylist media(MediaPlaylist playlist) {
        return fault.kind().effect().media(this, playlist);
    }

    @Override
    public Mpd mpd(Mpd mpd) {
        return fault.kind().effect().mpd(this, mpd);
    }

    @Override
    public String text(String text) {
        return fault.kind().effect().text(this, text);
    }

    @Override
    public boolean isAbout(long segment) {
        return fault.kind().subject() == Subject.SEGMENTS
                && rendition != null
                && during(channel.timeline().published(rendition, segment));
    }

    @Override
    public long due(long at) {
        return fault.kind().effect().due(this, at);
    }

    @Override
    public Track init(Track track) {
        return since == Fault.NEVER ? track : fault.kind().effect().init(this, track);
    }

    @Override
    public Cut cut(Cut cut) {
        return fault.kind().effect().cut(this, cut);
    }

    @Override
    public Body body(Body body) {
        return fault.kind().effect().body(this, body);
    }

    @Override
    public String mark() {
        return fault.kind().word() + fault.settings().hashCode();
    }

    /** Whose content it is, if not that of the channel that was asked for. */
    public @Nullable String owner() {
        return fault.kind() == FaultKind.FOREIGN_CONTENT ? fault.word("of") : null;
    }

    /** Was this instant within any occurrence? Segments keep for life what befell them at birth. */
    boolean during(long instant) {
        return fault.since(instant) != Fault.NEVER;
    }

    /** Newest segment of what is asked for, at another instant. */
    long newestAt(long instant) {
        Rendition asked = rendition == null ? channel.renditions().getFirst() : rendition;
        return channel.timeline().newest(asked, instant);
    }

    long oldestAt(long instant) {
        return channel.timeline().oldest(newestAt(instant));
    }

    long segmentDuration() {
        return channel.timeline().nominalDuration();
    }

    int targetDuration() {
        return channel.stream().segmentation().targetDuration();
    }
}
