package io.rungwatch.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Headers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopsTest {
    @ParameterizedTest
    @CsvSource({
        "X-Amz-Cf-Pop, FRA56-P8, FRA56-P8",
        "CF-Ray, 8a1b2c3d4e5f6789-SGN, SGN",
        "X-Served-By, 'cache-jfk1041-JFK, cache-ord1720-ORD', ORD",
        "X-Served-By, edge-7, ",
        "Server, nginx, "
    })
    void isReadWhereProductsSayIt(String header, String value, String pop) {
        assertThat(Pops.ANY.of(Reply.of(200, Headers.of(header, value)))).isEqualTo(Optional.ofNullable(pop));
    }

    @Test
    void theOperatorsOwnHeaderIsTheOnlyOneThatCounts() {
        Pops own = new Pops(List.of("hn-", "HCM"), Optional.of("X-Node"));

        assertThat(own.of(Reply.of(200, Headers.of("X-Node", "hcm-3", "CF-Ray", "1-FRA"))))
                .contains("hcm-3");
        assertThat(own.of(Reply.of(200, Headers.of("CF-Ray", "1-FRA")))).isEmpty();
        assertThat(own.expects("hcm-3")).isTrue();
        assertThat(own.expects("HN-12")).isTrue();
        assertThat(own.expects("dn-1")).isFalse();
        assertThat(Pops.ANY.expects("anywhere")).isTrue();
    }
}
