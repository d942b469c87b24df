package io.rungwatch.status;

import io.rungwatch.round.Measured;
import io.rungwatch.round.Rates;
import io.rungwatch.round.Taken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one layer gives to one channel: the last segment that it was asked for, and what many of them say. */
public final class LayerStatus {
    private volatile @Nullable Taken taken;
    private volatile @Nullable Rates rates;

    void accept(Taken latest) {
        taken = latest;
    }

    void accept(Measured latest) {
        rates = latest.rates();
    }

    public Optional<Taken> taken() {
        return Optional.ofNullable(taken);
    }

    public Optional<Rates> rates() {
        return Optional.ofNullable(rates);
    }
}
