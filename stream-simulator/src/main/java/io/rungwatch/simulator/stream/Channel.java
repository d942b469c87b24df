package io.rungwatch.simulator.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel ready to be asked: its renditions by name and its timeline. Nothing in it ever changes. */
public final class Channel {
    private final ChannelSpec spec;
    private final Timeline timeline;
    private final List<Rendition> renditions;

    public Channel(ChannelSpec spec) {
        this.spec = spec;
        timeline = new Timeline(spec.stream(), Noise.seed(spec.id()));
        List<Rendition> all = new ArrayList<>();
        spec.stream().ladder().forEach(rung -> all.add(Rendition.of(spec.id(), rung)));
        spec.stream().audio().forEach(audio -> all.add(Rendition.of(spec.id(), audio)));
        spec.stream().subtitles().forEach(subtitles -> all.add(Rendition.of(spec.id(), subtitles)));
        renditions = List.copyOf(all);
    }

    public String id() {
        return spec.id();
    }

    public StreamSpec stream() {
        return spec.stream();
    }

    public Timeline timeline() {
        return timeline;
    }

    public List<Rendition> renditions() {
        return renditions;
    }

    /** Is each ad break a Period of its own in DASH? */
    public boolean hasPeriods() {
        Dash dash = stream().extras().dash();
        return dash != null && dash.periods() && stream().ads() != null;
    }

    /** Is this segment the first of a Period that follows another? */
    public boolean beginsPeriod(long index) {
        Breaks breaks = timeline.breaks();
        return hasPeriods() && (breaks.startsAd(index) || breaks.endsAd(index));
    }

    public @Nullable Rendition byStem(String stem) {
        for (Rendition rendition : renditions) {
            if (rendition.stem().equals(stem)) {
                return rendition;
            }
        }
        return null;
    }
}
