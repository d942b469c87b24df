package io.rungwatch.config;

import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files to configuration, or everything that is wrong with them. Never throws for what stands in a file, or for a file that is not there. */
public final class ConfigLoader {
    public static final String FILE_NAME = "rungwatch.yaml";

    public sealed interface Result {}

    public sealed interface ProfilesResult {}

    public record Loaded(Configuration configuration) implements Result {}

    /** The profiles of one file. */
    public record LoadedProfiles(List<ChannelProfile> profiles) implements ProfilesResult {}

    public record Refused(List<ConfigError> errors) implements Result, ProfilesResult {}

    /** What was read, and in which folder the profiles were looked for, when that could be told. */
    record Attempt(Result result, Optional<Path> channelsFolder) {}

    private ConfigLoader() {}

    /** The daemon's configuration from its `rungwatch.yaml`. */
    public static Result load(Path file) {
        return attempt(file, Secrets.SYSTEM).result();
    }

    /** For who only wants to look: the secrets may be out of reach. */
    public static Result loadWithoutSecrets(Path file) {
        return attempt(file, Secrets.UNREAD).result();
    }

    static Attempt attempt(Path file, Secrets secrets) {
        Errors errors = new Errors(file);
        Optional<Daemon> daemon = Daemon.read(file, errors, secrets);
        if (daemon.isEmpty()) {
            return new Attempt(new Refused(errors.sorted()), Optional.empty());
        }
        Path folder = daemon.get().channelsFolder();
        List<Got> said = ChannelFiles.inFolder(folder, file, errors, secrets);
        Configuration configuration = daemon.get().configuration(profiles(said, daemon, errors));
        Result result = errors.none() ? new Loaded(configuration) : new Refused(errors.sorted());
        return new Attempt(result, Optional.of(folder));
    }

    /** One profile without the daemon around it. */
    public static ProfilesResult profile(Path file) {
        ProfilesResult result = profiles(file);
        if (result instanceof LoadedProfiles loaded && loaded.profiles().size() > 1) {
            List<String> channels =
                    loaded.profiles().stream().map(ChannelProfile::channel).toList();
            String message = "holds " + channels.size() + " profiles (" + channels.getFirst() + " … "
                    + channels.getLast() + "); name a file that holds one";
            return new Refused(List.of(new ConfigError(file, 1, 1, message)));
        }
        return result;
    }

    /** What stands in one file, with the ladders, defaults and layers of the `rungwatch.yaml` near it when there is one. */
    public static ProfilesResult profiles(Path file) {
        Errors errors = new Errors(file);
        Optional<Path> main = mainOf(file);
        Optional<Daemon> daemon = main.flatMap(near -> Daemon.read(near, errors, Secrets.UNREAD));
        List<Got> said = ChannelFiles.inFile(new Reading(file, errors, Secrets.UNREAD));
        List<ChannelProfile> profiles =
                main.isPresent() && daemon.isEmpty() ? List.of() : profiles(said, daemon, errors);
        return errors.none() ? new LoadedProfiles(profiles) : new Refused(errors.sorted());
    }

    private static List<ChannelProfile> profiles(List<Got> said, Optional<Daemon> daemon, Errors errors) {
        Daemon.once(said, errors);
        Profiles profiles =
                new Profiles(daemon.map(near -> Declared.of(near.got(), errors)).orElse(null), errors);
        return said.stream().flatMap(got -> profiles.profile(got).stream()).toList();
    }

    /** In the folder above that of the profile, or in the same. */
    static Optional<Path> mainOf(Path profile) {
        Path folder = Optional.ofNullable(profile.getParent())
                .orElseGet(() -> profile.toAbsolutePath().getParent());
        return Stream.of(folder.resolveSibling(FILE_NAME), folder.resolve(FILE_NAME))
                .filter(file -> Files.isRegularFile(file) && !file.equals(profile))
                .findFirst();
    }
}
