package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.InterstitialCheck;
import io.rungwatch.check.Interstitials;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Attributes;
import io.rungwatch.hls.DateRange;
import io.rungwatch.linked.AssetList;
import io.rungwatch.linked.Said;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class InterstitialInvalid implements InterstitialCheck {
    private static final String PRELOAD = "com.apple.hls.preload";
    private static final CheckInfo INFO = InterstitialCheck.declare(
                    "interstitial_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .set(CheckSet.ADVERTISING)
            .summary(
                    "An interstitial without an asset, with two kinds of them, with values that players do not know, or"
                            + " whose list of assets cannot be had or used")
            .impact("The ad is skipped, or there is a black gap where it belongs.")
            .spec("draft-pantos-hls-rfc8216bis-22, D.1–D.4, F")
            .action("Fetch X-ASSET-LIST; look at the answers of the ad decision server.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Interstitials seen, ChannelProfile profile) {
        List<DateRange> ranges = seen.playlist().dateRanges();
        Faults faults = new Faults(INFO);
        for (DateRange range : ranges) {
            if (range.isInterstitial()) {
                assets(range, ranges, faults);
                values(range, faults);
                list(range, said(range, seen), faults);
            } else if (PRELOAD.equals(range.className()) && range.startDate().isPresent()) {
                preload(range, faults);
            }
        }
        return faults.told();
    }

    private static @Nullable Said<AssetList> said(DateRange range, Interstitials seen) {
        String written = range.attributes().text("X-ASSET-LIST");
        return written == null ? null : seen.said().get(written);
    }

    /** An empty one is lawful: there is nothing to be played. */
    private static void list(DateRange range, @Nullable Said<AssetList> said, Faults faults) {
        if (said == null) {
            return;
        }
        if (said.troubled()) {
            faults.add(range.line(), "asset_list", "the list of assets " + said.server() + " " + said.trouble());
        }
        AssetList list = said.document();
        List<AssetList.Asset> assets = list == null ? List.of() : list.assets();
        if (assets == null) {
            faults.add(range.line(), "asset_list", "a list of assets without ASSETS: " + said.server());
        } else if (assets.stream().anyMatch(asset -> asset.uri() == null)) {
            faults.add(range.line(), "asset_list", "an asset without URI in " + said.server());
        } else if (assets.stream().anyMatch(InterstitialInvalid::hasNoDuration)) {
            faults.add(range.line(), "asset_list", "an asset without DURATION in " + said.server());
        }
    }

    private static boolean hasNoDuration(AssetList.Asset asset) {
        return asset.duration().orElse(-1) < 0;
    }

    private static void assets(DateRange range, List<DateRange> all, Faults faults) {
        String uri = range.attributes().text("X-ASSET-URI");
        boolean list = range.attributes().has("X-ASSET-LIST");
        if (uri != null && list) {
            faults.add(range.line(), "both", "both X-ASSET-URI and X-ASSET-LIST");
        } else if (uri == null && !list && range.attributes().has("START-DATE") && !broughtLater(range, all)) {
            faults.add(range.line(), "none", "neither X-ASSET-URI nor X-ASSET-LIST");
        }
        if (uri != null && !isAbsolute(uri)) {
            faults.add(range.line(), "relative", "X-ASSET-URI is relative");
        }
    }

    /** Several tags of one ID are one range. */
    private static boolean broughtLater(DateRange range, List<DateRange> all) {
        return all.stream()
                .filter(other -> other.line() != range.line() && Objects.equals(other.id(), range.id()))
                .anyMatch(other -> other.attributes().has("X-ASSET-URI")
                        || other.attributes().has("X-ASSET-LIST"));
    }

    private static void values(DateRange range, Faults faults) {
        Attributes attributes = range.attributes();
        if (attributes.has("X-PLAYOUT-LIMIT")
                && attributes.duration("X-PLAYOUT-LIMIT").isEmpty()) {
            faults.add(range.line(), "x_playout_limit", "X-PLAYOUT-LIMIT=" + attributes.text("X-PLAYOUT-LIMIT"));
        }
        members(range, "X-SNAP", Set.of("OUT", "IN"), faults);
        members(range, "X-RESTRICT", Set.of("SKIP", "JUMP"), faults);
    }

    private static void members(DateRange range, String name, Set<String> known, Faults faults) {
        String text = range.attributes().text(name);
        if (text == null) {
            return;
        }
        for (String member : text.split(",", -1)) {
            if (!known.contains(member.strip())) {
                faults.add(range.line(), name.toLowerCase(Locale.ROOT).replace('-', '_'), name + "=" + text);
                return;
            }
        }
    }

    private static void preload(DateRange range, Faults faults) {
        for (String name : List.of("X-URI", "X-TARGET-CLASS", "X-TARGET-ID")) {
            if (!range.attributes().has(name)) {
                faults.add(range.line(), "preload", "a preload without " + name);
            }
        }
    }

    private static boolean isAbsolute(String uri) {
        int colon = uri.indexOf(':');
        int slash = uri.indexOf('/');
        return colon > 0 && (slash < 0 || colon < slash);
    }
}
