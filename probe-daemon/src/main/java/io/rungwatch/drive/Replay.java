package io.rungwatch.drive;

import io.rungwatch.check.Check;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.HlsDocument;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.Poll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The driver of `replay`: judges requests that somebody else made, in the order in which they were made. Each multivariant playlist in
 * the recording is a channel; a media playlist that none of them names is one of its own; the rest is somebody's web page.
 */
public final class Replay {
    private final List<Check> checks;
    private final Function<Url, ChannelProfile> profiles;
    private final Sink sink;
    private final Map<Url, ChannelWatch> channels = new LinkedHashMap<>();
    private int others;

    public Replay(List<Check> checks, Function<Url, ChannelProfile> profiles, Sink sink) {
        this.checks = checks;
        this.profiles = profiles;
        this.sink = sink;
    }

    /** Entries in the order of their start. */
    public void play(List<Recorded> entries) throws BadUrl {
        for (Recorded entry : entries) {
            if (parsed(entry) instanceof MultivariantPlaylist) {
                open(entry);
            }
        }
        for (Recorded entry : entries) {
            Optional<PollOf> known = find(entry);
            if (known.isEmpty() && parsed(entry) instanceof MediaPlaylist) {
                open(entry);
                known = find(entry);
            }
            known.ifPresentOrElse(poll -> deliver(poll, entry), () -> others++);
        }
    }

    public int channels() {
        return channels.size();
    }

    /** Entries that belong to no playlist. */
    public int others() {
        return others;
    }

    private record PollOf(ChannelWatch watch, Poll poll) {}

    private void deliver(PollOf found, Recorded entry) {
        sink.accept(found.watch().accept(found.poll(), entry.exchange()));
        // A lone media playlist is first taken as an entry manifest, then as the one playlist of the channel.
        if (found.poll().where().rendition().isEntry() && parsed(entry) instanceof MediaPlaylist) {
            found.watch()
                    .observed(entry.url(), entry.exchange().startedAt())
                    .filter(again -> !again.where().rendition().isEntry())
                    .ifPresent(again -> sink.accept(found.watch().accept(again, entry.exchange())));
        }
    }

    private Optional<PollOf> find(Recorded entry) {
        for (ChannelWatch watch : channels.values()) {
            Optional<Poll> poll = watch.observed(entry.url(), entry.exchange().startedAt());
            if (poll.isPresent()) {
                return Optional.of(new PollOf(watch, poll.get()));
            }
        }
        return Optional.empty();
    }

    private void open(Recorded entry) throws BadUrl {
        if (!channels.containsKey(entry.url())) {
            ChannelProfile profile = profiles.apply(entry.url());
            channels.put(
                    entry.url(),
                    new ChannelWatch(profile, checks, entry.exchange().startedAt()));
        }
    }

    private static HlsDocument parsed(Recorded entry) {
        byte[] body = entry.exchange() instanceof Exchange.Answered answer ? answer.body() : new byte[0];
        return Hls.parse(body);
    }
}
