package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.linked.AssetList;
import io.rungwatch.linked.Said;
import java.util.Map;

/**
 * A media playlist with the date ranges that stand for something else, and what the servers said is to be played there.
 *
 * @param said by X-ASSET-LIST as it is written; of those that were asked
 */
public record Interstitials(MediaPlaylist playlist, Map<String, Said<AssetList>> said) {}
