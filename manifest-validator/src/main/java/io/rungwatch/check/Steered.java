package io.rungwatch.check;

import io.rungwatch.exchange.Document;
import io.rungwatch.linked.Said;
import io.rungwatch.linked.SteeringManifest;
import org.jspecify.annotations.Nullable;

/**
 * An entry manifest, and what the server says that steers its players.
 *
 * @param said null before it was asked, and where the manifest names none that can be
 */
public record Steered(Document manifest, @Nullable Said<SteeringManifest> said) {}
