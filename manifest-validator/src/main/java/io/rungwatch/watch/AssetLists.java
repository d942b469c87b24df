package io.rungwatch.watch;

import io.rungwatch.check.Input;
import io.rungwatch.check.Interstitials;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.linked.AssetList;
import io.rungwatch.linked.Said;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What ad servers say is to be played in the breaks of a channel's playlists; each break is asked for once. */
final class AssetLists implements Links {
    private static final String LIST = "X-ASSET-LIST";
    /** The newest: players that join now come to these. */
    private static final int MOST = 4;

    /** Who decides on ads while players wait has a minute for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Limits LIMITS =
            Limits.PLAYLIST.withBytes(Said.LARGEST).withFirstByte(PATIENCE).withTotal(PATIENCE);

    private final Catalogue catalogue;
    private final Supplier<Stream<Track>> playlists;
    private final Sayings<AssetList> sayings = new Sayings<>(AssetList::read);

    AssetLists(Catalogue catalogue, Supplier<Stream<Track>> playlists) {
        this.catalogue = catalogue;
        this.playlists = playlists;
    }

    @Override
    public Stream<Track> from() {
        return playlists.get();
    }

    @Override
    public Collection<Url> named(Track track) {
        return track.timeline()
                .current()
                .map(playlist -> lists(track, playlist).values())
                .orElse(List.of());
    }

    @Override
    public Fetch fetch(Url url) {
        return Fetch.get(url, LIMITS);
    }

    @Override
    public Sayings<?> sayings() {
        return sayings;
    }

    @Override
    public boolean change() {
        return false;
    }

    @Override
    public void judge(Track track, Verdict verdict) {
        track.timeline().current().ifPresent(playlist -> judge(track, playlist, verdict));
    }

    void judge(Track track, MediaPlaylist playlist, Verdict verdict) {
        verdict.judged(Input.INTERSTITIALS);
        if (catalogue.asksForAssets() && !playlist.dateRanges().isEmpty()) {
            Map<String, Said<AssetList>> said = new HashMap<>();
            lists(track, playlist).forEach((written, url) -> {
                Said<AssetList> answer = sayings.of(url);
                if (answer != null) {
                    said.put(written, answer);
                }
            });
            catalogue.judge(new Interstitials(playlist, said), verdict);
        }
    }

    private static Map<String, Url> lists(Track track, MediaPlaylist playlist) {
        Map<String, Url> lists = new LinkedHashMap<>();
        List<DateRange> ranges = playlist.dateRanges();
        for (int i = ranges.size() - 1; i >= 0 && lists.size() < MOST; i--) {
            String written =
                    ranges.get(i).isInterstitial() ? ranges.get(i).attributes().text(LIST) : null;
            if (written != null) {
                Links.address(track, written).ifPresent(url -> lists.put(written, url));
            }
        }
        return lists;
    }
}
