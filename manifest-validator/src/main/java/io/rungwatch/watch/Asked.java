package io.rungwatch.watch;

import io.rungwatch.url.Url;

/** The last objects that a layer was asked for on behalf of one manifest: after our own question a cache's hit tells nothing of viewers. */
final class Asked {
    private static final int MOST = 128;

    private final int[] hashes = new int[MOST];
    private int count;

    void add(Url url) {
        hashes[count++ % MOST] = url.hashCode();
    }

    boolean has(Url url) {
        int hash = url.hashCode();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }
}
