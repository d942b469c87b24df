package io.rungwatch.cache.source;

import io.rungwatch.cache.Source;
import java.util.List;

/** All of them, sorted by class name; whom to believe first is said by each statement's rank. */
public final class Sources {
    public static final List<Source> ALL = List.of(
            new Age(),
            new AkamaiConfigured(),
            new AkamaiDebug(),
            new AkamaiTiming(),
            new AnyWords(),
            new Azure(),
            new CacheStatus(),
            new CloudFront(),
            new CloudFrontTiming(),
            new Cloudflare(),
            new Edgecast(),
            new Fastly(),
            new Google(),
            new Nginx(),
            new Qwilt(),
            new Squid(),
            new TrafficServer(),
            new TrafficServerDebug(),
            new Varnish(),
            new Warning());

    private Sources() {}
}
