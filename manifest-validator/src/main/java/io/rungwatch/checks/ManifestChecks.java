package io.rungwatch.checks;

import io.rungwatch.check.Check;
import io.rungwatch.checks.across.PlaylistEnded;
import io.rungwatch.checks.across.PlaylistStale;
import io.rungwatch.checks.across.RenditionOutOfSync;
import io.rungwatch.checks.fetch.ManifestEmpty;
import io.rungwatch.checks.fetch.ManifestMalformed;
import io.rungwatch.checks.fetch.ManifestUnavailable;
import io.rungwatch.checks.fetch.ManifestWrongContent;
import io.rungwatch.checks.fetch.RenditionUnavailable;
import io.rungwatch.checks.history.BackendFlipFlop;
import io.rungwatch.checks.history.DiscontinuitySequenceWrong;
import io.rungwatch.checks.history.MediaSequenceGap;
import io.rungwatch.checks.history.MediaSequenceRegressed;
import io.rungwatch.checks.history.SegmentIdentityChanged;
import io.rungwatch.checks.history.TargetDurationChanged;
import io.rungwatch.checks.ladder.LadderBandwidthMismatch;
import io.rungwatch.checks.ladder.LadderCodecMismatch;
import io.rungwatch.checks.ladder.LadderResolutionMismatch;
import io.rungwatch.checks.ladder.LadderRungMissing;
import io.rungwatch.checks.ladder.LadderRungUnexpected;
import io.rungwatch.checks.past.AdBreakDurationWrong;
import io.rungwatch.checks.past.AdBreakMissing;
import io.rungwatch.checks.past.AdBreakUnbalanced;
import io.rungwatch.checks.past.ContentShortage;
import io.rungwatch.checks.past.DiscontinuityUnexpected;
import io.rungwatch.checks.past.EncryptionLost;
import io.rungwatch.checks.past.KeyRotationLate;
import io.rungwatch.checks.past.LiveLatencyHigh;
import io.rungwatch.checks.past.LowLatencyLost;
import io.rungwatch.checks.past.ProgramDateTimeDrift;
import io.rungwatch.checks.past.PublishingIrregular;
import io.rungwatch.checks.playlist.PlaylistTooShort;
import io.rungwatch.checks.playlist.SegmentDurationOutOfTolerance;
import io.rungwatch.checks.playlist.SegmentExceedsTargetDuration;
import io.rungwatch.checks.playlist.TargetDurationMissing;
import java.util.List;

/** All checks on manifests, sorted by id. */
public final class ManifestChecks {
    public static final List<Check> ALL = List.of(
            new AdBreakDurationWrong(),
            new AdBreakMissing(),
            new AdBreakUnbalanced(),
            new BackendFlipFlop(),
            new ContentShortage(),
            new DiscontinuitySequenceWrong(),
            new DiscontinuityUnexpected(),
            new EncryptionLost(),
            new KeyRotationLate(),
            new LadderBandwidthMismatch(),
            new LadderCodecMismatch(),
            new LadderResolutionMismatch(),
            new LadderRungMissing(),
            new LadderRungUnexpected(),
            new LiveLatencyHigh(),
            new LowLatencyLost(),
            new ManifestEmpty(),
            new ManifestMalformed(),
            new ManifestUnavailable(),
            new ManifestWrongContent(),
            new MediaSequenceGap(),
            new MediaSequenceRegressed(),
            new PlaylistEnded(),
            new PlaylistStale(),
            new PlaylistTooShort(),
            new ProgramDateTimeDrift(),
            new PublishingIrregular(),
            new RenditionOutOfSync(),
            new RenditionUnavailable(),
            new SegmentDurationOutOfTolerance(),
            new SegmentExceedsTargetDuration(),
            new SegmentIdentityChanged(),
            new TargetDurationChanged(),
            new TargetDurationMissing());

    private ManifestChecks() {}
}
