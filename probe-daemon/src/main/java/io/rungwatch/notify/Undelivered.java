package io.rungwatch.notify;

/** The receiver does not have it. Says what happened as the owner of the probe can act on it, without secrets. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    private Undelivered(String what, boolean refused) {
        super(what);
        this.refused = refused;
    }

    /** Not reached, not answered, busy: worth trying until it works. */
    public static Undelivered failed(String what) {
        return new Undelivered(what, false);
    }

    /** The receiver has read this message and will never take it: tried a few times more, then passed over. */
    public static Undelivered refused(String what) {
        return new Undelivered(what, true);
    }

    public boolean isRefused() {
        return refused;
    }
}
