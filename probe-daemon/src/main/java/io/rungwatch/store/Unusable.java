package io.rungwatch.store;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database does not take or give what it should. Says so to the owner of the probe, with what to do. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]+");

    private final String what;
    private final boolean rowsFault;

    private Unusable(String what, boolean rowsFault) {
        super(what, null, false, false);
        this.what = what;
        this.rowsFault = rowsFault;
    }

    static Unusable of(SQLException e, Database database) {
        return new Unusable(database.name() + ": " + said(e) + "; " + advice(e), isRowsFault(e));
    }

    static Unusable because(String what, Database database) {
        return new Unusable(database.name() + ": " + what, false);
    }

    /** For people: what is wrong with which, and what to do. */
    public String what() {
        return what;
    }

    /** It works, but will never take these rows. */
    boolean isRowsFault() {
        return rowsFault;
    }

    /** A server's words are foreign text; its own advice, behind them, is left out. */
    private static String said(SQLException e) {
        String all = CONTROL.matcher(String.valueOf(e.getMessage())).replaceAll(" ");
        int end = all.indexOf(". ");
        String message = end < 0 ? all : all.substring(0, end);
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }

    private static boolean isRowsFault(SQLException e) {
        return state(e).startsWith("22")
                || state(e).startsWith("23")
                || e instanceof SQLiteException file && codeOf(file) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    private static String advice(SQLException e) {
        return e instanceof SQLiteException file ? advice(file) : advice(state(e));
    }

    private static String advice(String state) {
        if (state.startsWith("28")) {
            return "check store.user and store.password";
        } else if (state.equals("3D000")) {
            return "create the database (createdb), or correct store.url";
        } else if (state.startsWith("42")) {
            return "the user needs the right to create and change tables there (GRANT), and nobody else may change them";
        } else if (state.startsWith("53")) {
            return "make room on its disk, or raise its max_connections";
        }
        return "check that it runs and can be reached from here";
    }

    private static String advice(SQLiteException e) {
        return switch (SQLiteErrorCode.getErrorCode(codeOf(e))) {
            case SQLITE_FULL, SQLITE_IOERR -> "make room on its disk, or check the disk";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds its lock: end it";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "its folder must exist, and rungwatch may read and write both";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "move the file away: a new one is made";
            default -> "check the file and its disk";
        };
    }

    /** Without what SQLite says in more detail in the upper bits. */
    private static int codeOf(SQLiteException e) {
        return e.getResultCode().code & 0xff;
    }
}
