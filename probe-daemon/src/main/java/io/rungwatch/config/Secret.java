package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The only kind of value in which `${…}` is filled in. */
record Secret() implements Type<String> {

    @Override
    public Optional<String> read(Node node, Reading in) {
        if (!(node instanceof ScalarNode scalar)) {
            return in.refuse(node, Reading.shown(node) + " is not " + noun() + "; write ${NAME} or ${file:/path}");
        }
        try {
            String secret = in.secrets().expand(scalar.getValue(), folder(in.file()));
            return secret.isBlank()
                    ? in.refuse(node, "the secret is empty; write ${NAME} or ${file:/path}")
                    : Optional.of(secret);
        } catch (Unfit unfit) {
            return in.refuse(node, unfit.why());
        }
    }

    private static Path folder(Path file) {
        return file.resolveSibling("");
    }

    @Override
    public String noun() {
        return "a secret";
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("type", "string", "minLength", 1);
    }
}
