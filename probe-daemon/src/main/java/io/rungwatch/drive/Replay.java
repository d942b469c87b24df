package io.rungwatch.drive;

import io.rungwatch.check.Check;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The driver of `replay`: judges requests that somebody else made, in the order in which they were made. Each multivariant playlist
 * and each MPD in the recording is a channel; a media playlist that none of them names is one of its own; the rest is somebody's web page.
 */
public final class Replay {
    private final List<Check> checks;
    private final Function<Url, ChannelProfile> profiles;
    private final Sink sink;
    private final Map<Url, ChannelWatch> channels = new LinkedHashMap<>();
    private final Map<Url, Url> redirected = new HashMap<>();
    private int others;
    private int unseen;

    public Replay(List<Check> checks, Function<Url, ChannelProfile> profiles, Sink sink) {
        this.checks = checks;
        this.profiles = profiles;
        this.sink = sink;
    }

    public void play(HarFile recording) throws BadUrl {
        Set<Url> playlists = new HashSet<>();
        for (Recorded entry : recording.entries()) {
            for (Url hop : entry.exchange().hops()) {
                redirected.putIfAbsent(hop, entry.url());
            }
            if (recording.manifests().contains(entry.url()) || isEntry(entry)) {
                open(entry);
            }
        }
        for (Recorded entry : recording.entries()) {
            Optional<PollOf> known = find(entry);
            if (known.isEmpty() && parsed(entry) instanceof MediaPlaylist) {
                open(entry);
                known = find(entry);
            }
            known.ifPresentOrElse(
                    poll -> {
                        playlists.add(entry.url());
                        deliver(poll, entry);
                    },
                    () -> others++);
        }
        for (Url url : recording.unseen()) {
            unseen += playlists.contains(url) || url.path().endsWith(".m3u8") ? 1 : 0;
        }
    }

    public int channels() {
        return channels.size();
    }

    /** Entries that belong to no playlist. */
    public int others() {
        return others;
    }

    /** Requests for playlists whose answers the recording does not hold; nothing was judged by them. */
    public int unseen() {
        return unseen;
    }

    private record PollOf(ChannelWatch watch, Poll poll) {}

    private void deliver(PollOf found, Recorded entry) {
        sink.accept(found.watch().accept(found.poll(), entry.exchange()));
        // A lone media playlist is first taken as an entry manifest, then as the one playlist of the channel.
        if (found.poll().where().rendition().isEntry() && parsed(entry) instanceof MediaPlaylist) {
            find(entry)
                    .filter(again -> !again.poll().where().rendition().isEntry())
                    .ifPresent(again -> sink.accept(again.watch().accept(again.poll(), entry.exchange())));
        }
    }

    /** Some players go on asking where a redirect has led them. */
    private Optional<PollOf> find(Recorded entry) {
        Optional<PollOf> asked = find(entry.url(), entry);
        Url origin = redirected.get(entry.url());
        return asked.isPresent() || origin == null ? asked : find(origin, entry);
    }

    private Optional<PollOf> find(Url url, Recorded entry) {
        for (ChannelWatch watch : channels.values()) {
            Optional<Poll> poll = watch.observed(url, entry.exchange().startedAt());
            if (poll.isPresent()) {
                return Optional.of(new PollOf(watch, poll.get()));
            }
        }
        return Optional.empty();
    }

    private void open(Recorded entry) throws BadUrl {
        if (find(entry).isEmpty()) {
            ChannelProfile profile = profiles.apply(entry.url());
            channels.put(
                    entry.url(),
                    new ChannelWatch(profile, checks, entry.exchange().startedAt()));
        }
    }

    /** An MPD under another name could not be told from a web page when it fails. */
    private boolean isEntry(Recorded entry) {
        return parsed(entry) instanceof MultivariantPlaylist
                || profiles.apply(entry.url()).dash().isPresent() && Dash.parse(body(entry)) instanceof Mpd;
    }

    private static byte[] body(Recorded entry) {
        return entry.exchange() instanceof Exchange.Answered answer ? answer.body() : new byte[0];
    }

    private static HlsDocument parsed(Recorded entry) {
        return Hls.parse(body(entry));
    }
}
