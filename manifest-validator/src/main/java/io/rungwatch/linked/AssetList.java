package io.rungwatch.linked;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an ad server says is to be played in a break.
 *
 * @param assets null where there is no list of them; an empty one is lawful
 */
public record AssetList(@Nullable List<Asset> assets) {
    /** One asset; its duration in seconds. */
    public record Asset(@Nullable String uri, OptionalDouble duration) {}

    public static AssetList read(byte[] body) throws BadJson {
        List<?> list = Fields.of(JsonText.read(body)).list("ASSETS");
        return new AssetList(
                list == null
                        ? null
                        : list.stream()
                                .map(Fields::of)
                                .map(asset -> new Asset(asset.text("URI"), asset.number("DURATION")))
                                .toList());
    }
}
