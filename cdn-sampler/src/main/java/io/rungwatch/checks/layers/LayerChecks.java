package io.rungwatch.checks.layers;

import io.rungwatch.check.Check;
import io.rungwatch.checks.rates.AvailabilityLow;
import io.rungwatch.checks.rates.CacheBypassed;
import io.rungwatch.checks.rates.CacheHitRatioLow;
import io.rungwatch.checks.rates.DownloadSlow;
import io.rungwatch.checks.rates.HttpErrorRate;
import io.rungwatch.checks.rates.HttpServerErrors;
import io.rungwatch.checks.rates.LatencyHigh;
import io.rungwatch.checks.rates.ObjectNotCached;
import io.rungwatch.checks.rates.OriginDown;
import io.rungwatch.checks.round.AuthRejected;
import io.rungwatch.checks.round.CacheabilityPoor;
import io.rungwatch.checks.round.ClockSkew;
import io.rungwatch.checks.round.ConnectFailed;
import io.rungwatch.checks.round.ContentDiffersBetweenLayers;
import io.rungwatch.checks.round.ContentLengthMismatch;
import io.rungwatch.checks.round.DnsFailed;
import io.rungwatch.checks.round.EdgeCannotReachOrigin;
import io.rungwatch.checks.round.HttpClientErrors;
import io.rungwatch.checks.round.NegativeCaching;
import io.rungwatch.checks.round.RateLimited;
import io.rungwatch.checks.round.RedirectCrossLayer;
import io.rungwatch.checks.round.RedirectLoop;
import io.rungwatch.checks.round.RequestTimeout;
import io.rungwatch.checks.round.SegmentEmpty;
import io.rungwatch.checks.round.SegmentError;
import io.rungwatch.checks.round.SegmentTooSmall;
import io.rungwatch.checks.round.ServerDuress;
import io.rungwatch.checks.round.ValidatorInconsistent;
import io.rungwatch.checks.round.WrongContentType;
import java.util.List;

/** All checks of what the layers make of a channel, sorted by id. */
public final class LayerChecks {
    public static final List<Check> ALL = List.of(
            new AuthRejected(),
            new AvailabilityLow(),
            new CacheBypassed(),
            new CacheHitRatioLow(),
            new CacheabilityPoor(),
            new ClockSkew(),
            new ConnectFailed(),
            new ContentDiffersBetweenLayers(),
            new ContentLengthMismatch(),
            new DnsFailed(),
            new DownloadSlow(),
            new EdgeCannotReachOrigin(),
            new HttpClientErrors(),
            new HttpErrorRate(),
            new HttpServerErrors(),
            new LatencyHigh(),
            new LayerBehind(),
            new NegativeCaching(),
            new ObjectNotCached(),
            new OriginDown(),
            new RateLimited(),
            new RedirectCrossLayer(),
            new RedirectLoop(),
            new RequestTimeout(),
            new SegmentEmpty(),
            new SegmentError(),
            new SegmentTooSmall(),
            new ServerDuress(),
            new ValidatorInconsistent(),
            new WrongContentType());

    private LayerChecks() {}
}
