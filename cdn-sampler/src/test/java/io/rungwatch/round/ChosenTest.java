package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edge that is one segment behind lists the same ones, whatever it is that tells them apart. */
class ChosenTest {
    private static final int LISTED = 5;

    @ParameterizedTest
    @CsvSource({
        "names of their own,          /live/v1/%d.ts,           /live/v1/%d.ts,            0",
        "names under other folders,   /live/v1/%d.ts,           /a/b/%d.ts,                0",
        "a token for each player,     /live/v1/%d.ts?t=1,       /live/v1/%d.ts?t=2,        0",
        "numbers of each layer's own, /live/v1/%d.ts,           /live/v1/%d.ts,            7",
        "one name in many folders,    /live/sq/%d/seg.ts,       /live/sq/%d/seg.ts,        0",
        "one name and a query,        /live/media.ts?seq=%d,    /live/media.ts?seq=%d,     0",
        "one name under other roots,  /live/sq/%d/seg.ts,       /cdn/sq/%d/seg.ts,         0",
        "a token in each name,        /live/%d-a1.ts,           /live/%d-b2.ts,            0",
    })
    void theSameSegmentIsCompared(String what, String top, String edge, int renumbered) {
        for (long wanted : new long[] {0, 102, 103}) {
            Chosen chosen = Chosen.of(
                            List.of(
                                    offer(Layer.Kind.PACKAGER, top, 101, 0),
                                    offer(Layer.Kind.EDGE, edge, 100, renumbered)),
                            wanted == 0 ? Optional.empty() : Optional.of(segment(top, wanted, 0)),
                            false)
                    .orElseThrow();

            assertThat(chosen.segments()).as(what).hasSize(2);
            long number = chosen.top().listed().number();
            assertThat(number).as(what).isEqualTo(wanted == 0 ? 104 : wanted);
            assertThat(chosen.segments().getLast().listed().url().toString())
                    .as(what)
                    .endsWith(edge.formatted(number));
            assertThat(chosen.before().orElseThrow().listed().number()).isEqualTo(number - 1);
        }
    }

    /** Of two packagers that number as they like. */
    @Test
    void aSlateThatIsListedTwiceSpoilsNotTheRest() {
        List<Offered> top = List.of(
                segment("/%d.ts", 101, 0),
                segment("/slate.ts", 102, 0),
                segment("/slate.ts", 103, 0),
                segment("/%d.ts", 104, 0),
                segment("/%d.ts", 105, 0));
        List<Offered> edge = List.of(
                segment("/slate.ts", 102, 7),
                segment("/slate.ts", 103, 7),
                segment("/%d.ts", 104, 7),
                segment("/%d.ts", 105, 7));

        Chosen chosen = Chosen.of(
                        List.of(offer(Layer.Kind.PACKAGER, top), offer(Layer.Kind.EDGE, edge)), Optional.empty(), true)
                .orElseThrow();

        assertThat(chosen.segments())
                .extracting(each -> each.listed().what())
                .containsExactly("segment 104", "segment 104");
    }

    @Test
    void oneNameByItselfSaysNothing() {
        Chosen chosen = Chosen.of(
                        List.of(
                                offer(Layer.Kind.PACKAGER, List.of(segment("/sq/%d/seg.ts", 102, 0))),
                                offer(Layer.Kind.EDGE, List.of(segment("/sq/%d/seg.ts", 101, 0)))),
                        Optional.empty(),
                        false)
                .orElseThrow();

        assertThat(chosen.segments()).hasSize(1);
    }

    private static Offer offer(Layer.Kind kind, String addresses, long first, int renumbered) {
        List<Offered> segments = new ArrayList<>();
        for (long number = first; number < first + LISTED; number++) {
            segments.add(segment(addresses, number, renumbered));
        }
        return offer(kind, segments);
    }

    private static Offer offer(Layer.Kind kind, List<Offered> segments) {
        Url base = url("http://" + kind.word());
        Layer layer = new Layer(kind.word(), kind, "cdn", base, Optional.empty());
        Where where = new Where("CH_001", Protocol.HLS, layer, Rendition.ENTRY);
        return new Offer(
                where,
                where,
                base,
                List.of(Layer.Kind.values()).indexOf(kind),
                Promise.NONE,
                segments,
                Duration.ofSeconds(6));
    }

    private static Offered segment(String addresses, long number, int renumbered) {
        Listed listed = new Listed(
                Listed.Kind.MEDIA,
                "segment " + number,
                number + renumbered,
                url("http://host" + addresses.formatted(number)),
                6_000_000_000L,
                0,
                Listed.NOWHERE,
                0);
        return new Offered(
                listed,
                Instant.EPOCH,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                0,
                "",
                true,
                false,
                Optional.empty());
    }

    private static Url url(String text) {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(e);
        }
    }
}
