package io.rungwatch.config;

import io.rungwatch.access.TokenHash;
import io.rungwatch.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What may stand in a file that many read. What stands there instead of it may be a token, so no message repeats it. */
record HashedToken() implements Type<TokenHash> {

    @Override
    public Optional<TokenHash> read(Node node, Reading in) {
        Optional<TokenHash> hash =
                node instanceof ScalarNode scalar ? TokenHash.read(scalar.getValue()) : Optional.empty();
        return hash.isPresent()
                ? hash
                : in.refuse(node, "this is not " + noun() + "; write the sha256:… that `rungwatch token` prints");
    }

    @Override
    public String noun() {
        return "the hash of a token";
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("type", "string", "pattern", "^sha256:[0-9a-fA-F]{64}$");
    }

    @Override
    public String write(TokenHash value) {
        return value.written();
    }
}
