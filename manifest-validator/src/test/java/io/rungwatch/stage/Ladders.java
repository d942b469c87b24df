package io.rungwatch.stage;

import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.stream.Stream;

/** Situations of checks that look at all renditions of a layer: the judged one first, the others behind it. */
public record Ladders(RenditionsCheck check, ChannelProfile profile) {
    public Situation of(String name, String expected, Rung judged, Rung... others) {
        List<View> all = Stream.concat(Stream.of(judged), Stream.of(others))
                .map(rung -> rung.view(Channels.PACKAGER))
                .toList();
        return new Situation(name, check.check(all.getFirst(), all, profile), expected);
    }

    public Ladders under(ChannelProfile other) {
        return new Ladders(check, other);
    }
}
