package io.rungwatch.cli;

/** Whether somebody looks: Java cannot tell one stream from the other, the launcher can, and says so. */
final class Terminal {
    private Terminal() {}

    static boolean output() {
        return Boolean.getBoolean("rungwatch.stdout.terminal") && System.getenv("NO_COLOR") == null;
    }

    static boolean progress() {
        return Boolean.getBoolean("rungwatch.stderr.terminal");
    }
}
