package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Extras;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Timeline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What playlists refer to beside media: keys, where to find pathways, what to play in a break. */
final class Documents {
    private static final Pattern NUMBERED = Pattern.compile("(keys|assets)/(\\d{1,15})\\.(key|json)");

    private Documents() {}

    static Address.@Nullable Document locate(Channel channel, String name) {
        Extras extras = channel.stream().extras();
        boolean steered = extras.has(HlsFeature.STEERING)
                || extras.dash() != null && extras.dash().steering();
        if (name.equals("steering.json") && steered) {
            return new Address.Document(channel, Address.Document.Kind.STEERING, 0);
        }
        Matcher matcher = NUMBERED.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(2));
        boolean key = matcher.group(1).equals("keys");
        boolean there = key ? extras.protection() != null : extras.has(HlsFeature.INTERSTITIALS);
        Address.Document.Kind kind = key ? Address.Document.Kind.KEY : Address.Document.Kind.ASSETS;
        return there ? new Address.Document(channel, kind, number) : null;
    }

    static Content render(Address.Document document, List<? extends PlaylistEdit> edits) {
        Channel channel = document.channel();
        long start = channel.stream().programme().start().toEpochMilli();
        return switch (document.kind()) {
            case STEERING -> json(Pathways.steering(), start, edits);
            case ASSETS -> json(assets(channel, document.number()), start, edits);
            case KEY ->
                new Content(
                        "application/octet-stream",
                        Keys.key(channel, document.number()),
                        "\"key-" + document.number() + "\"",
                        start,
                        false);
        };
    }

    private static Content json(String clean, long start, List<? extends PlaylistEdit> edits) {
        String text = clean;
        for (PlaylistEdit edit : edits) {
            text = edit.text(text);
        }
        return Content.text("application/json", text, start);
    }

    private static String assets(Channel channel, long number) {
        Timeline timeline = channel.timeline();
        Breaks breaks = timeline.breaks();
        StringBuilder out = new StringBuilder(128).append("{\"ASSETS\": [{\"URI\": \"https://ads.example/");
        out.append(channel.id()).append("/break-").append(number).append("/master.m3u8\", \"DURATION\": ");
        UtcDate.appendSeconds(out, timeline.start(breaks.afterLastOf(number)) - timeline.start(breaks.firstOf(number)));
        return out.append("}]}\n").toString();
    }
}
