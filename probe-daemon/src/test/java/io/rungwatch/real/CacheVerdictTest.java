package io.rungwatch.real;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.STALE_HIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Judge;
import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.Url;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nginx and varnish say of themselves, and what the probe makes of it, in each state that a copy can be in. */
@Tag("debian")
class CacheVerdictTest {
    private static final String PLAYLIST = "/a.m3u8";
    private static final String SEGMENT = "/a.ts";

    @TempDir
    private Path folder = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private RealChain chain;

    @BeforeEach
    void start() throws Exception {
        Path www = Files.createDirectory(folder.resolve("www"));
        Files.writeString(www.resolve("a.m3u8"), "#EXTM3U\n");
        Files.write(www.resolve("a.ts"), new byte[188 * 100]);
        chain = new RealChain("x", www, folder.resolve("chain"), 1);
    }

    @AfterEach
    void stop() throws Exception {
        chain.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void coldThenWarm() throws Exception {
        Told cold = ask(chain.edge(1), SEGMENT);
        assertThat(cold.said()).isEqualTo("MISS from edge1 | mid1; fwd=uri-miss, edge1; fwd=uri-miss");
        assertThat(cold.verdict()).isEqualTo(MISS);
        assertThat(cold.hops()).containsExactly(MISS, MISS);

        Told warm = ask(chain.edge(1), SEGMENT);
        assertThat(warm.said()).isEqualTo("HIT from edge1 | mid1; fwd=uri-miss, edge1; hit");
        assertThat(warm.verdict()).isEqualTo(HIT);
        assertThat(warm.hops()).as("the mid's miss is of another request").containsExactly(HIT);

        Told mid = ask(chain.mid(), SEGMENT);
        assertThat(mid.said()).matches("HIT \\| mid1; hit; ttl=\\d+");
        assertThat(mid.verdict()).isEqualTo(HIT);
        assertThat(ask(chain.origin(), SEGMENT).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void bypassed() throws Exception {
        ask(chain.edge(1), SEGMENT);

        Told bypassed = ask(chain.edge(1), SEGMENT, Headers.of("X-Bypass", "1"));

        assertThat(bypassed.said()).isEqualTo("BYPASS from edge1 | mid1; fwd=bypass, edge1; fwd=bypass");
        assertThat(bypassed.verdict()).isEqualTo(PASS);
        assertThat(bypassed.hops()).containsExactly(PASS, PASS);
    }

    @Test
    void anErrorThatIsKept() throws Exception {
        CacheFault.NEGATIVE_CACHING.strike(chain, folder.resolve("www"));
        Told first = ask(chain.edge(1), "/nothing.ts");
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.verdict()).isEqualTo(MISS);
        assertThat(first.flags()).isEmpty();

        Told second = ask(chain.edge(1), "/nothing.ts");

        assertThat(second.status()).isEqualTo(404);
        assertThat(second.said()).startsWith("HIT from edge1");
        assertThat(second.verdict()).isEqualTo(HIT);
        assertThat(second.flags()).as(second.ruling().toString()).containsExactly(Flag.NEGATIVE);
    }

    /** The origin hangs, and from below all looks well, for as long as the mid may keep what is stale, and at the edge for ever. */
    @Test
    void staleThenBeyondGrace() throws Exception {
        chain.mid().instead("set beresp.grace = 10s;", "set beresp.grace = 6s;");
        chain.mid().instead(".first_byte_timeout = 5s;", ".first_byte_timeout = 1s;");
        ask(chain.edge(1), PLAYLIST);
        ask(chain.mid(), PLAYLIST);
        chain.origin().hang();

        Until.isTrue(
                "the mid is stale",
                () -> ask(chain.mid(), PLAYLIST).said().matches("HIT-STALE \\| mid1; hit; ttl=-[1-9]\\d*"));
        Told mid = ask(chain.mid(), PLAYLIST);
        assertThat(mid.status()).isEqualTo(200);
        assertThat(mid.verdict()).isEqualTo(STALE_HIT);

        Until.isTrue("the mid gives up", () -> ask(chain.mid(), PLAYLIST).status() == 503);
        Told edge = ask(chain.edge(1), PLAYLIST);
        assertThat(edge.status()).isEqualTo(200);
        assertThat(edge.said()).containsAnyOf("STALE from edge1", "UPDATING from edge1");
        assertThat(edge.verdict()).isEqualTo(STALE_HIT);
        Until.isTrue(
                "an object that nobody has is a gateway error",
                () -> ask(chain.edge(1), "/b.m3u8").status() >= 500);
    }

    /** What came, and what was made of it. */
    private record Told(int status, String said, Ruling ruling) {
        Verdict verdict() {
            return ruling.verdict();
        }

        Set<Flag> flags() {
            return ruling.flags();
        }

        List<Verdict> hops() {
            return ruling.hops().stream().map(Hop::verdict).toList();
        }
    }

    private Told ask(Server server, String path) throws Exception {
        return ask(server, path, Headers.NONE);
    }

    private Told ask(Server server, String path, Headers more) throws Exception {
        Url url = Url.parse(server.base() + path);
        ProbeOptions options = ProbeOptions.of("test", new TargetGuard(Set.of(url.host() + ":" + url.port())));
        Promise<Exchange> answer = Promise.promise();
        vertx.runOnContext(go -> new HttpProbe(vertx, options, InstantSource.system(), System::nanoTime)
                .fetch(Fetch.get(url, Limits.PLAYLIST).with(more), answer::complete));
        Exchange exchange =
                answer.future().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        Exchange.Answered answered = (Exchange.Answered) exchange;
        Reply reply = Reply.of(answered);
        return new Told(
                reply.status(),
                reply.value("X-Cache").orElse("") + " | "
                        + reply.value("Cache-Status").orElse(""),
                Judge.rule(reply, LayerRules.NONE));
    }
}
