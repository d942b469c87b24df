package io.rungwatch.access;

import java.util.HashMap;
import java.util.Map;

/** How much may be under way at once: so much in all, and of that so much for one address, so that none leaves nothing for the others. */
public final class Shares {
    private final int most;
    private final int each;
    private final Map<String, Integer> addresses = new HashMap<>();
    private int taken;

    public Shares(int most, int each) {
        this.most = most;
        this.each = each;
    }

    /** False where there is none left; then there is nothing to give back. */
    public synchronized boolean take(String address) {
        int own = addresses.getOrDefault(address, 0);
        if (taken >= most || own >= each) {
            return false;
        }
        taken++;
        addresses.put(address, own + 1);
        return true;
    }

    /** Once for each that was taken. */
    public synchronized void giveBack(String address) {
        taken--;
        addresses.computeIfPresent(address, (key, own) -> own > 1 ? own - 1 : null);
    }
}
