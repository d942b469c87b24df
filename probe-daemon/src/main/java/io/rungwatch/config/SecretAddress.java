package io.rungwatch.config;

import io.rungwatch.json.Json;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** An address that may be a secret, or hold one, as those of chat rooms do: never shown, not even when it is wrong. */
record SecretAddress() implements Type<Url> {
    private static final Secret SECRET = new Secret();
    private static final Url UNREAD = new Url("https", "unread.invalid", 443, "/");

    @Override
    public Optional<Url> read(Node node, Reading in) {
        return SECRET.read(node, in).flatMap(text -> url(text, node, in));
    }

    private Optional<Url> url(String text, Node node, Reading in) {
        if (!in.secrets().looked()
                && node instanceof ScalarNode scalar
                && scalar.getValue().contains("${")) {
            return Optional.of(UNREAD);
        }
        try {
            return Optional.of(Url.parse(text));
        } catch (BadUrl bad) {
            return in.refuse(
                    node,
                    "this is no address that can be asked (not shown, it may be a secret); write http://… or https://…,"
                            + " without a user name in it, or ${NAME} or ${file:/path} that holds it");
        }
    }

    @Override
    public String noun() {
        return "an address that may be a secret";
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("type", "string", "minLength", 1);
    }
}
