package io.rungwatch.checks;

import io.rungwatch.check.Check;
import io.rungwatch.checks.across.PlaylistEnded;
import io.rungwatch.checks.across.PlaylistStale;
import io.rungwatch.checks.across.RenditionOutOfSync;
import io.rungwatch.checks.fetch.DeliveryHeadersWrong;
import io.rungwatch.checks.fetch.ManifestEmpty;
import io.rungwatch.checks.fetch.ManifestMalformed;
import io.rungwatch.checks.fetch.ManifestOvercached;
import io.rungwatch.checks.fetch.ManifestOversized;
import io.rungwatch.checks.fetch.ManifestTruncated;
import io.rungwatch.checks.fetch.ManifestUnavailable;
import io.rungwatch.checks.fetch.ManifestWrongContent;
import io.rungwatch.checks.fetch.RedirectUnexpected;
import io.rungwatch.checks.fetch.ReferenceInvalid;
import io.rungwatch.checks.fetch.RenditionUnavailable;
import io.rungwatch.checks.fetch.VariableUndefined;
import io.rungwatch.checks.history.BackendFlipFlop;
import io.rungwatch.checks.history.DiscontinuitySequenceWrong;
import io.rungwatch.checks.history.MediaSequenceGap;
import io.rungwatch.checks.history.MediaSequenceRegressed;
import io.rungwatch.checks.history.SegmentIdentityChanged;
import io.rungwatch.checks.history.TargetDurationChanged;
import io.rungwatch.checks.ladder.ContentSteeringInvalid;
import io.rungwatch.checks.ladder.LadderAttributeMissing;
import io.rungwatch.checks.ladder.LadderAudioMissing;
import io.rungwatch.checks.ladder.LadderBandwidthMismatch;
import io.rungwatch.checks.ladder.LadderChanged;
import io.rungwatch.checks.ladder.LadderCodecMismatch;
import io.rungwatch.checks.ladder.LadderGroupUndefined;
import io.rungwatch.checks.ladder.LadderResolutionMismatch;
import io.rungwatch.checks.ladder.LadderRungMissing;
import io.rungwatch.checks.ladder.LadderRungUnexpected;
import io.rungwatch.checks.ladder.LadderSpacing;
import io.rungwatch.checks.ladder.LadderSubtitlesMissing;
import io.rungwatch.checks.ladder.RenditionGroupInvalid;
import io.rungwatch.checks.playlist.PlaylistTooShort;
import io.rungwatch.checks.playlist.SegmentDurationOutOfTolerance;
import io.rungwatch.checks.playlist.SegmentExceedsTargetDuration;
import io.rungwatch.checks.playlist.TargetDurationMissing;
import java.util.List;

/** All checks on manifests, sorted by id. */
public final class ManifestChecks {
    public static final List<Check> ALL = List.of(
            new BackendFlipFlop(),
            new ContentSteeringInvalid(),
            new DeliveryHeadersWrong(),
            new DiscontinuitySequenceWrong(),
            new LadderAttributeMissing(),
            new LadderAudioMissing(),
            new LadderBandwidthMismatch(),
            new LadderChanged(),
            new LadderCodecMismatch(),
            new LadderGroupUndefined(),
            new LadderResolutionMismatch(),
            new LadderRungMissing(),
            new LadderRungUnexpected(),
            new LadderSpacing(),
            new LadderSubtitlesMissing(),
            new ManifestEmpty(),
            new ManifestMalformed(),
            new ManifestOvercached(),
            new ManifestOversized(),
            new ManifestTruncated(),
            new ManifestUnavailable(),
            new ManifestWrongContent(),
            new MediaSequenceGap(),
            new MediaSequenceRegressed(),
            new PlaylistEnded(),
            new PlaylistStale(),
            new PlaylistTooShort(),
            new RedirectUnexpected(),
            new ReferenceInvalid(),
            new RenditionGroupInvalid(),
            new RenditionOutOfSync(),
            new RenditionUnavailable(),
            new SegmentDurationOutOfTolerance(),
            new SegmentExceedsTargetDuration(),
            new SegmentIdentityChanged(),
            new TargetDurationChanged(),
            new TargetDurationMissing(),
            new VariableUndefined());

    private ManifestChecks() {}
}
