package io.rungwatch.watch;

import io.rungwatch.check.Timekeeping.Told;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.TimeSource;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the servers said of late that MPDs send their players to for the time. */
final class Clocks {
    private static final int MOST = 4;

    private final Map<Url, Told> last = new HashMap<>();
    private final Map<Url, Told> before = new HashMap<>();

    /** Relative ones are another server at each layer. What makes no URL is told by reference_invalid. */
    static Map<Url, TimeSource.Kind> servers(Track track, Mpd mpd) {
        Map<Url, TimeSource.Kind> servers = new LinkedHashMap<>();
        for (TimeSource source : mpd.timeSources()) {
            for (String server : source.servers()) {
                Url url = url(track, server);
                if (url != null && servers.size() < MOST) {
                    servers.put(url, source.kind());
                }
            }
        }
        return servers;
    }

    private static @Nullable Url url(Track track, String server) {
        try {
            return track.base().resolve(server);
        } catch (BadUrl e) {
            return null;
        }
    }

    void note(Url server, Told answer) {
        Told older = last.put(server, answer);
        if (older != null) {
            before.put(server, older);
        }
    }

    void keepOnly(Collection<Url> named) {
        last.keySet().retainAll(named);
        before.keySet().retainAll(named);
    }

    List<Told> told(Track track, Mpd mpd) {
        if (last.isEmpty()) {
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        for (Url server : servers(track, mpd).keySet()) {
            Told answer = last.get(server);
            if (answer != null) {
                told.add(kinder(answer, before.getOrDefault(server, answer)));
            }
        }
        return told;
    }

    /** A lost packet is nobody's wrong clock. */
    private static Told kinder(Told a, Told b) {
        Duration one = a.off();
        Duration other = b.off();
        if (one == null || other == null) {
            return one == null ? b : a;
        }
        return one.abs().compareTo(other.abs()) <= 0 ? a : b;
    }
}
