package io.rungwatch.media;

import java.util.Optional;

/** What a sequence parameter set says; of one that ends too early, the codec may be known and the picture not. */
record Sps(Codec codec, Optional<Picture> picture) {}
