package io.rungwatch;

/** The version that the jar's manifest carries; "dev" when run from classes. */
public final class Version {
    private Version() {}

    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
