package io.rungwatch.cli;

import io.rungwatch.config.BadConfig;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The profile that `--profile FILE` names; what is wrong with it is said as `config lint` says it. */
public final class ProfileFile implements ITypeConverter<ChannelProfile> {
    @Override
    public ChannelProfile convert(String file) {
        try {
            return ConfigLoader.profile(Path.of(file));
        } catch (BadConfig e) {
            throw new TypeConversionException("\n" + e.getMessage());
        }
    }
}
