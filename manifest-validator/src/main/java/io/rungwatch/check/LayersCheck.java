package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one rendition at one layer beside the same rendition at the layer above; `all` are the layer's renditions, this one too. */
public non-sealed interface LayersCheck extends Check {
    List<Finding> check(LayerPair self, List<LayerPair> all, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.LAYERS, severity, owner, confirm);
    }
}
