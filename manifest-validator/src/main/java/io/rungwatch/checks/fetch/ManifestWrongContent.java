package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.dash.NotMpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.LooksLike;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.NotHls;
import io.rungwatch.hls.Segment;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.List;
import java.util.Optional;

public final class ManifestWrongContent implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_wrong_content", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "Status 200, but the body is something else than the manifest that belongs there, or one that leads back to itself")
            .impact("An error page instead of the channel; players give up or loop.")
            .spec("RFC 8216, 4.1")
            .action("Look for a maintenance or captive page first, then for a cache key that mixes up two objects.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()) {
            return Finding.NONE;
        }
        boolean entry = attempt.rendition().isEntry();
        return switch (attempt.document().get()) {
            case NotMpd other ->
                other.looksLike() == LooksLike.EMPTY || MpdText.isMeant(other)
                        ? Finding.NONE
                        : found(
                                other.looksLike().text() + " instead of an MPD",
                                other.looksLike().name());
            case NotHls other ->
                other.looksLike() == LooksLike.EMPTY
                        ? Finding.NONE
                        : found(
                                other.looksLike().text() + " instead of a playlist",
                                other.looksLike().name());
            case MediaPlaylist playlist ->
                entry && !playlist.malformed()
                        ? found("a media playlist where the multivariant playlist belongs", "media_playlist")
                        : playlist.skip() != null && !isAskedFor(attempt)
                                ? found("a delta update (EXT-X-SKIP), which nobody asked for", "delta")
                                : foreign(playlist, attempt, profile);
            case MultivariantPlaylist playlist ->
                playlist.malformed()
                        ? Finding.NONE
                        : entry
                                ? circle(playlist, attempt)
                                : found(
                                        "a multivariant playlist where a media playlist belongs",
                                        "multivariant_playlist");
            default -> Finding.NONE;
        };
    }

    /** Players that reload say so; a recording may show them. */
    private static boolean isAskedFor(Attempt attempt) {
        return attempt.exchange() instanceof Exchange.Answered answer
                && answer.finalUrl().query().contains("_HLS_skip");
    }

    /** It is not followed there, so nothing else would show that players which choose this row find no media. */
    private static List<Finding> circle(MultivariantPlaylist playlist, Attempt attempt) {
        if (!(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        List<String> itself = playlist.mediaUris().stream()
                .filter(uri -> leadsTo(answer.finalUrl(), uri))
                .toList();
        if (itself.isEmpty()) {
            return Finding.NONE;
        }
        boolean all = itself.size() == playlist.mediaUris().size();
        return Finding.of(
                        INFO, "a playlist that lists itself as a rendition: " + itself.getFirst() + " leads back to it")
                .severity(all ? Severity.CRITICAL : Severity.MAJOR)
                .with("content", "itself")
                .alone();
    }

    private static boolean leadsTo(Url playlist, String uri) {
        try {
            return playlist.resolve(uri).equals(playlist);
        } catch (BadUrl e) {
            // Told by reference_invalid.
            return false;
        }
    }

    /** Ads come from elsewhere, so where any are told of, nothing is proven. */
    private static List<Finding> foreign(MediaPlaylist playlist, Attempt attempt, ChannelProfile profile) {
        Optional<String> hint = profile.expect().pathHint();
        List<Segment> segments = playlist.segments();
        if (hint.isEmpty() || segments.isEmpty() || !(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        if (!playlist.dateRanges().isEmpty()
                || segments.stream().anyMatch(segment -> !segment.cues().isEmpty())) {
            return Finding.NONE;
        }
        String folder = answer.finalUrl().path();
        long ours = segments.stream()
                .filter(segment -> path(folder, segment.uri()).contains(hint.get()))
                .count();
        return ours * 2 >= segments.size()
                ? Finding.NONE
                : found(
                        "segments of another channel, for example "
                                + segments.getLast().uri() + ": the profile says that their path holds " + hint.get(),
                        "foreign");
    }

    private static String path(String playlist, String segment) {
        return segment.contains("://") || segment.startsWith("/")
                ? segment
                : playlist.substring(0, playlist.lastIndexOf('/') + 1) + segment;
    }

    private static List<Finding> found(String message, String what) {
        return Finding.of(INFO, message)
                .with("content", what.toLowerCase(java.util.Locale.ROOT))
                .alone();
    }
}
