package io.rungwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
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
    private final Doorman doorman = new Doorman(settings, () -> settings, TokenHash.of("own"));

    @ParameterizedTest
    @CsvSource({"Bearer read-me, prometheus", "bearer read-me, prometheus", "Bearer own, state/token"})
    void whoShowsATokenThatIsKnown(String authorization, String who) {
        assertThat(doorman.byToken(authorization)).map(Caller::who).contains(who);
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
        assertThat(doorman.byToken(authorization)).isEmpty();
    }

    /** Who reads the configuration must not be able to show what stands in it. */
    @Test
    void theHashIsNoToken() {
        assertThat(doorman.byToken("Bearer " + TokenHash.of("read-me").written()))
                .isEmpty();
        assertThat(doorman.byToken("Bearer " + TokenHash.of("read-me").hex())).isEmpty();
    }

    @Test
    void aGrantThatIsGoneIsGoneAtOnce() {
        settings = settings(NOC);
        assertThat(doorman.byToken("Bearer read-me")).isEmpty();
    }

    @Test
    void whoMayOnlyReadMayNotOperate() {
        Caller reader = doorman.byToken("Bearer read-me").orElseThrow();
        Caller noc = doorman.byCertificate(Set.of("other", "noc.example")).orElseThrow();
        assertThat(reader.may(Role.READ)).isTrue();
        assertThat(reader.may(Role.OPERATE)).isFalse();
        assertThat(noc.may(Role.READ)).isTrue();
        assertThat(noc.may(Role.OPERATE)).isTrue();
    }

    @Test
    void whoHasTwoGrantsMayWhatTheGreaterOneSays() {
        settings = settings(new Grant("screen", Role.READ, new Proof.Certificate("noc.example")), NOC);
        assertThat(doorman.byCertificate(Set.of("noc.example"))).contains(new Caller("noc", Role.OPERATE));
        assertThat(doorman.byCertificate(Set.of("other"))).isEmpty();
    }

    /** The port stays open to the network until the next start, whatever the file says of it. */
    @Test
    void itIsOpenOnlyWhereItListensOnThisMachine() {
        HttpSettings here = HttpSettings.onlyHere(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        HttpSettings network = HttpSettings.onlyHere(new InetSocketAddress("0.0.0.0", 1));

        assertThat(new Doorman(here, () -> here, TokenHash.of("own")).open()).isTrue();
        assertThat(new Doorman(here, () -> settings, TokenHash.of("own")).open())
                .isFalse();
        assertThat(new Doorman(network, () -> here, TokenHash.of("own")).open()).isFalse();
        assertThat(doorman.open()).isFalse();
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
