package io.rungwatch.cache;

import java.util.Optional;

/** One way in which caches speak. Pure: headers in, statement out, nothing where it does not recognise its own. */
public interface Source {
    /** The product or the standard. */
    String product();

    Optional<Statement> read(Reply reply);
}
