package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.dash.AdaptationSet.Representation;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Noise;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sets of one Period: video by codec, and each audio and subtitle track by itself. */
final class AdaptationSets {
    private AdaptationSets() {}

    static List<AdaptationSet> of(Channel channel, Dash dash, Shown shown, Stretch stretch) {
        Map<String, List<Representation>> groups = new LinkedHashMap<>();
        for (Rendition rendition : channel.renditions()) {
            groups.computeIfAbsent(group(rendition), name -> new ArrayList<>())
                    .add(new Representation(rendition.label(), rendition));
        }
        List<AdaptationSet> sets = new ArrayList<>();
        for (List<Representation> group : groups.values()) {
            Rendition first = group.getFirst().rendition();
            sets.add(new AdaptationSet(
                    sets.size() + 1, group, template(channel, dash, shown, stretch, first), kid(channel, first)));
        }
        return sets;
    }

    private static String group(Rendition rendition) {
        Rung rung = rendition.rung();
        return rung == null ? rendition.name() : rung.codec().replaceFirst("\\..*", "");
    }

    private static Template template(Channel channel, Dash dash, Shown shown, Stretch stretch, Rendition rendition) {
        Ticks ticks = Ticks.of(rendition);
        boolean lists = dash.listsSegments();
        List<Template.Span> spans = lists ? spans(channel, shown, stretch, ticks) : List.of();
        long number = spans.isEmpty() ? stretch.first() : spans.getFirst().index();
        long early = Shown.early(channel);
        return new Template(
                ticks.scale(),
                ticks.offset(channel, stretch.first()),
                dash.addressing() == Dash.Addressing.TIME ? null : Long.valueOf(number),
                lists ? null : Long.valueOf(ticks.exact(channel.timeline().nominalDuration())),
                dash.addressing() == Dash.Addressing.TIME ? DashPaths.BY_TIME : DashPaths.BY_NUMBER,
                early == 0 ? null : Long.valueOf(early),
                spans);
    }

    private static List<Template.Span> spans(Channel channel, Shown shown, Stretch stretch, Ticks ticks) {
        List<Template.Span> spans = new ArrayList<>();
        long first = Math.max(shown.oldest(), stretch.first());
        long last = Math.min(shown.newest(), stretch.after() - 1);
        for (long index = first; index <= last; index++) {
            spans.add(ticks.span(channel, index));
        }
        return spans;
    }

    /** One key for all that is seen and heard; text is clear. */
    private static @Nullable String kid(Channel channel, Rendition rendition) {
        boolean clear = channel.stream().extras().protection() == null || rendition.type() == Rendition.Type.SUBTITLES;
        long seed = Noise.seed(channel.id());
        return clear ? null : new UUID(seed, ~seed).toString();
    }
}
