package io.rungwatch.blame;

/** What is compared along the chain. */
public enum Symptom {
    BYTES(Spread.HANDED_DOWN, "other bytes"),
    MEDIA(Spread.HANDED_DOWN, "bad media"),
    LADDER(Spread.HANDED_DOWN, "incomplete ladder"),
    SYNTAX(Spread.HANDED_DOWN, "broken manifest"),
    STALE(Spread.HANDED_DOWN, "old playlist"),
    MISSING(Spread.HANDED_DOWN, "missing object"),
    SERVER_ERROR(Spread.OWN, "server errors"),
    TIMEOUT(Spread.ON_THE_WAY, "no answer in time"),
    UNREACHABLE(Spread.ON_THE_WAY, "no connection"),
    SLOW(Spread.OWN, "slow answers"),
    REFUSAL(Spread.OWN, "refusals"),
    /** What an answer says of itself and of its copies. */
    HEADERS(Spread.BESIDE, "poor headers"),
    /** Viewers feel nothing of it yet. */
    SIGN(Spread.BESIDE, "a warning sign");

    private enum Spread {
        /** Who is bad may have got it from above. */
        HANDED_DOWN,
        /** Who is bad said so itself. */
        OWN,
        /** It is no fault of what was asked for: no copy below hides it. */
        BESIDE,
        /** Nobody said anything: the way there may be at fault, and the way is ours. */
        ON_THE_WAY
    }

    private final Spread spread;
    private final String text;

    Symptom(Spread spread, String text) {
        this.spread = spread;
        this.text = text;
    }

    boolean isHandedDown() {
        return spread == Spread.HANDED_DOWN;
    }

    boolean mayBeOurs() {
        return spread == Spread.ON_THE_WAY;
    }

    boolean mayBeHidden() {
        return spread != Spread.BESIDE;
    }

    public String text() {
        return text;
    }
}
