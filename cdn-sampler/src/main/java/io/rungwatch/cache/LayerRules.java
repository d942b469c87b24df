package io.rungwatch.cache;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the operator says of a layer. `member` is the name under which its cache stands in Cache-Status, where that is not the last one;
 * `trustAge` makes a positive Age a hit where nothing better is said; `tally` is what the layer's answers usually carry; `pops` is where
 * they should come from.
 */
public record LayerRules(
        Optional<OperatorRule> rule,
        Optional<String> member,
        List<Place> places,
        boolean trustAge,
        Tally tally,
        Pops pops) {
    public static final LayerRules NONE =
            new LayerRules(Optional.empty(), Optional.empty(), List.of(), false, Tally.NONE, Pops.ANY);

    /** Which names stand where: `^edge` is edge. */
    public record Place(Pattern name, String place) {}

    public LayerRules with(OperatorRule own) {
        return new LayerRules(Optional.of(own), member, places, trustAge, tally, pops);
    }

    public LayerRules with(Tally other) {
        return new LayerRules(rule, member, places, trustAge, other, pops);
    }

    public LayerRules withMember(String name) {
        return new LayerRules(rule, Optional.of(name), places, trustAge, tally, pops);
    }

    public LayerRules withPlaces(List<Place> others) {
        return new LayerRules(rule, member, List.copyOf(others), trustAge, tally, pops);
    }

    public LayerRules trustingAge() {
        return new LayerRules(rule, member, places, true, tally, pops);
    }

    public LayerRules with(Pops others) {
        return new LayerRules(rule, member, places, trustAge, tally, others);
    }

    Hop placed(Hop hop) {
        String name = hop.name();
        return name.length() > Patience.LONGEST
                ? hop
                : places.stream()
                        .filter(place -> Patience.finds(place.name(), name))
                        .findFirst()
                        .map(place -> hop.at(place.place()))
                        .orElse(hop);
    }
}
