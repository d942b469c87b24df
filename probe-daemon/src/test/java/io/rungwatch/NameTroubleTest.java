package io.rungwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NameTroubleTest {
    @Test
    void itIsToldOnceAndItsEndIs() {
        AtomicReference<Optional<String>> now = new AtomicReference<>(Optional.empty());
        List<Optional<String>> told = new ArrayList<>();
        NameTrouble trouble = new NameTrouble(now::get, told::add);

        trouble.look();
        assertThat(told).as("that all is well is no news").isEmpty();

        now.set(Optional.of("3 names have no address"));
        trouble.look();
        now.set(Optional.of("4 names have no address"));
        trouble.look();
        now.set(Optional.empty());
        trouble.look();
        trouble.look();

        assertThat(told).containsExactly(Optional.of("3 names have no address"), Optional.empty());
    }
}
