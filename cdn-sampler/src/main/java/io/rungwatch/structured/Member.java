package io.rungwatch.structured;

import java.util.List;

/** What a list or a dictionary holds. */
public sealed interface Member {
    Params params();

    record Item(Bare value, Params params) implements Member {}

    record Inner(List<Item> items, Params params) implements Member {}
}
