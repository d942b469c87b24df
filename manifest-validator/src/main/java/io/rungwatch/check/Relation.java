package io.rungwatch.check;

/** How this poll's document stands to those that were accepted before it. */
public enum Relation {
    /** Nothing came before. */
    FIRST,
    /** The same document. */
    SAME,
    /** Continues the lineage that was current: at least one segment in common, or it follows without a hole. */
    CONTINUES,
    /** Continues another remembered lineage: a load-balanced twin, or a fail-over. */
    SWITCHED,
    /** An older copy of a known document: somebody's cache. Says nothing about the packager. */
    OLDER,
    /** Nothing in common with any lineage, its numbers lie ahead. */
    AHEAD,
    /** Nothing in common with any lineage, its numbers lie behind: a restart. */
    BEHIND,
    /** The same numbers as the current lineage, but not one segment the same, or all of them at other instants. */
    CONFLICTS;

    /** A lineage of its own. */
    public boolean stranger() {
        return this == AHEAD || this == BEHIND || this == CONFLICTS;
    }

    /** Whether a document and the one before it may be compared segment by segment. */
    public boolean comparable() {
        return this == CONTINUES || this == SWITCHED;
    }
}
