package io.rungwatch.api;

import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** URLs that somebody has checked from the page. Few at a time, and forgotten soon. */
final class UrlChecks {
    private static final int AT_ONCE = 2;
    private static final int MOST_KEPT = 50;
    private static final int LONGEST_URL = 2000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Supplier<TargetGuard> guard;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, UrlCheck> checks = new LinkedHashMap<>();

    /** @param guard as the daemon's configuration has it now: whoever has the token must not reach what the daemon may not */
    UrlChecks(InstantSource clock, Supplier<TargetGuard> guard) {
        this.clock = clock;
        this.guard = guard;
    }

    void routes(Router router) {
        router.post("/api/v1/check").handler(this::begin);
        router.get("/api/v1/checks/:id").handler(this::show);
    }

    private void begin(RoutingContext call) {
        try {
            Asked asked = Asked.of(call);
            Url url = Url.parse(asked.text("url", LONGEST_URL));
            int seconds = asked.numberOr("seconds", 0, (int) UrlCheck.LONGEST.toSeconds());
            asked.nothingElse();
            Optional<UrlCheck> begun = begin(url, Duration.ofSeconds(seconds));
            if (begun.isEmpty()) {
                ApiServer.refuse(call, 429, AT_ONCE + " URLs are being checked already: try again in a minute");
                return;
            }
            call.response().setStatusCode(202);
            ApiServer.json(call, begun.get().view());
        } catch (Asked.Wrong wrong) {
            ApiServer.refuse(call, 400, wrong.getMessage());
        } catch (BadUrl bad) {
            ApiServer.refuse(call, 400, bad.getMessage() + "; a URL to check begins with http:// or https://");
        }
    }

    synchronized Optional<UrlCheck> begin(Url url, Duration time) {
        checks.values().removeIf(check -> check.isOlderThan(clock.instant().minus(KEPT)));
        long running = checks.values().stream().filter(UrlCheck::isRunning).count();
        if (running >= AT_ONCE) {
            return Optional.empty();
        }
        if (checks.size() >= MOST_KEPT) {
            checks.values().removeIf(check -> !check.isRunning());
        }
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        UrlCheck check = new UrlCheck(id, url, time, clock);
        checks.put(id, check);
        Thread.ofVirtual().name("check " + id).start(() -> run(check));
        return Optional.of(check);
    }

    private void run(UrlCheck check) {
        Optional<String> trouble = Optional.of("the probe failed: see its log");
        try {
            check.run(guard.get());
            trouble = Optional.empty();
        } catch (InterruptedException e) {
            trouble = Optional.of("the probe is stopping");
            Thread.currentThread().interrupt();
        } catch (BadUrl | RuntimeException e) {
            trouble = Optional.of("the check failed: " + e.getMessage());
        } finally { // One that never ended would take its place for ever.
            check.end(trouble);
        }
    }

    private void show(RoutingContext call) {
        String id = call.pathParam("id");
        Optional<UrlCheck> check;
        synchronized (this) {
            check = Optional.ofNullable(checks.get(id));
        }
        if (check.isEmpty()) {
            ApiServer.refuse(call, 404, "no check is called " + id + ": they are forgotten after ten minutes");
        } else {
            ApiServer.json(call, check.get().view());
        }
    }
}
