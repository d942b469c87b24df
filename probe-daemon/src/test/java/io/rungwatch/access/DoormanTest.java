package io.rungwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoormanTest {
    private static final Grant READER = new Grant("prometheus", Role.READ, new Proof.Token(TokenHash.of("read-me")));
    private static final Grant NOC = new Grant("noc", Role.OPERATE, new Proof.Certificate("noc.example"));

    private HttpSettings settings = settings(READER, NOC);
    private final Doorman doorman = new Doorman(() -> settings, TokenHash.of("own"));

    @ParameterizedTest
    @CsvSource({
        "Bearer read-me, , prometheus",
        "bearer read-me, , prometheus",
        "Bearer own, , state/token",
        "'', noc.example, noc",
        "Bearer wrong, noc.example, noc"
    })
    void whoShowsWhatIsKnown(String authorization, String certified, String who) {
        Set<String> names = certified == null ? Set.of() : Set.of(certified);
        assertThat(doorman.who(authorization, names)).map(Caller::who).contains(who);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer read-mf",
                "Bearer read-me x",
                "Basic read-me",
                "read-me",
                "Bearer READ-ME",
                "Bearer sha256:c37bef4c8e8ad2a4"
            })
    void everythingElseIsNot(String authorization) {
        assertThat(doorman.who(authorization, Set.of("other.example"))).isEmpty();
    }

    /** Who reads the configuration must not be able to show what stands in it. */
    @Test
    void theHashIsNoToken() {
        assertThat(doorman.who("Bearer " + TokenHash.of("read-me").written(), Set.of()))
                .isEmpty();
        assertThat(doorman.who("Bearer " + TokenHash.of("read-me").hex(), Set.of()))
                .isEmpty();
    }

    @Test
    void aGrantThatIsGoneIsGoneAtOnce() {
        settings = settings(NOC);
        assertThat(doorman.who("Bearer read-me", Set.of())).isEmpty();
    }

    @Test
    void whoMayOnlyReadMayNotOperate() {
        Caller reader = doorman.who("Bearer read-me", Set.of()).orElseThrow();
        Caller noc = doorman.who("", Set.of("noc.example")).orElseThrow();
        assertThat(reader.may(Role.READ)).isTrue();
        assertThat(reader.may(Role.OPERATE)).isFalse();
        assertThat(noc.may(Role.READ)).isTrue();
        assertThat(noc.may(Role.OPERATE)).isTrue();
    }

    @Test
    void tokensAreNotAlike() {
        assertThat(TokenHash.fresh()).hasSize(48).isNotEqualTo(TokenHash.fresh());
        assertThat(TokenHash.read(TokenHash.of("x").written())).contains(TokenHash.of("x"));
    }

    private static HttpSettings settings(Grant... grants) {
        return new HttpSettings(
                InetSocketAddress.createUnresolved("probe", 1), Optional.empty(), List.of(grants), Optional.empty());
    }
}
