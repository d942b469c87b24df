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
        Optional<DaemonFile> daemon = DaemonFile.read(file, errors, secrets);
        if (daemon.isEmpty()) {
            return new Attempt(new Refused(errors.sorted()), Optional.empty());
        }
        Path folder = daemon.get().channelsFolder();
        List<Got> said = ChannelFiles.inFolder(folder, file, errors, secrets);
        Configuration configuration = daemon.get().configuration(profiles(said, daemon, errors));
        Result result = errors.none() ? new Loaded(configuration) : new Refused(errors.sorted());
        return new Attempt(result, Optional.of(folder));
    }

    /** One profile without the daemon around it, for a command that cannot go on without: a bad one is thrown. */
    public static ChannelProfile profile(Path file) {
        return switch (profiles(file)) {
            case Refused refused -> throw new BadConfig(refused.errors());
            case LoadedProfiles loaded -> only(file, loaded.profiles());
        };
    }

    private static ChannelProfile only(Path file, List<ChannelProfile> profiles) {
        if (profiles.size() == 1) {
            return profiles.getFirst();
        }
        String message =
                "holds " + profiles.size() + " profiles (" + profiles.getFirst().channel() + " … "
                        + profiles.getLast().channel() + "); name a file that holds one";
        throw new BadConfig(List.of(new ConfigError(file, 1, 1, message)));
    }

    /** What stands in one file or folder, with ladders, defaults and layers of the `rungwatch.yaml` near it when there is one. */
    public static ProfilesResult profiles(Path file) {
        Errors errors = new Errors(file);
        Optional<Path> main = mainOf(file);
        Optional<DaemonFile> daemon = main.flatMap(near -> DaemonFile.read(near, errors, Secrets.UNREAD));
        List<Got> said = Files.isDirectory(file)
                ? ChannelFiles.inFolder(file, main.orElse(file), errors, Secrets.UNREAD)
                : ChannelFiles.inFile(new Reading(file, errors, Secrets.UNREAD));
        List<ChannelProfile> profiles =
                main.isPresent() && daemon.isEmpty() ? List.of() : profiles(said, daemon, errors);
        return errors.none() ? new LoadedProfiles(profiles) : new Refused(errors.sorted());
    }

    private static List<ChannelProfile> profiles(List<Got> said, Optional<DaemonFile> daemon, Errors errors) {
        DaemonFile.once(said, errors);
        Profiles profiles = new Profiles(daemon.map(DaemonFile::declared).orElse(null), errors);
        return said.stream().flatMap(got -> profiles.profile(got).stream()).toList();
    }

    /** In the folder above that of the profile, or in the same. */
    static Optional<Path> mainOf(Path profile) {
        Path folder = Files.isDirectory(profile) ? profile : profile.resolveSibling("");
        if (folder.normalize().endsWith("..") || folder.normalize().toString().isEmpty()) {
            folder = folder.toAbsolutePath().normalize();
        }
        return Stream.of(folder.resolveSibling(FILE_NAME), folder.resolve(FILE_NAME))
                .filter(file -> Files.isRegularFile(file) && !file.equals(profile))
                .findFirst();
    }
}
