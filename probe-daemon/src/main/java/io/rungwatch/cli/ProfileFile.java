package io.rungwatch.cli;

import io.rungwatch.config.ConfigError;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The profile that `--profile FILE` names; what is wrong with it is said as `config lint` says it. */
public final class ProfileFile implements ITypeConverter<ChannelProfile> {
    @Override
    public ChannelProfile convert(String file) {
        return switch (ConfigLoader.profile(Path.of(file))) {
            case ConfigLoader.LoadedProfiles loaded -> loaded.profiles().getFirst();
            case ConfigLoader.Refused refused ->
                throw new TypeConversionException(refused.errors().stream()
                        .map(ConfigError::toString)
                        .collect(Collectors.joining("\n", "\n", "")));
        };
    }
}
