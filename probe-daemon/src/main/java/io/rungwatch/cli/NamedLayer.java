package io.rungwatch.cli;

import io.rungwatch.profile.Layer;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** `edge-hn=http://10.0.0.1`: the kind of a layer is what its name begins with. */
final class NamedLayer implements ITypeConverter<Layer> {
    @Override
    public Layer convert(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new TypeConversionException(
                    "'" + text + "' is no layer; write name=http://host, for example edge-hn=http://10.0.0.1");
        }
        String name = text.substring(0, equals);
        try {
            return new Layer(name, kind(name), "cdn", Url.parse(text.substring(equals + 1)), Optional.empty());
        } catch (BadUrl e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }

    private static Layer.Kind kind(String name) {
        return Arrays.stream(Layer.Kind.values())
                .filter(kind -> name.toLowerCase(Locale.ROOT).startsWith(kind.word()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' begins with none of "
                        + Arrays.stream(Layer.Kind.values())
                                .map(Layer.Kind::word)
                                .collect(Collectors.joining(", "))
                        + ", which say where in the chain it stands"));
    }
}
