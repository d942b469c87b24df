package io.rungwatch.cli;

/** What scripts read: 0 nothing at or above `--fail-on`, 1 findings, 2 could not judge. */
public final class ExitCode {
    public static final int COULD_NOT_JUDGE = 2;

    private ExitCode() {}

    public static String told(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
