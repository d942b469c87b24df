package io.rungwatch.cache.source;

import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.Optional;

/** What X-EC-Debug asks for. */
final class Edgecast implements Source {
    @Override
    public String product() {
        return "Edgecast";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return TcpWords.read(reply, product(), "X-EC-Cache", "X-EC-Cache-Remote");
    }
}
