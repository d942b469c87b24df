package io.rungwatch.check;

/** One rendition as a layer serves it, beside what the nearest layer above that answered has. */
public record LayerPair(View here, View above) {}
