package io.rungwatch.url;

/**
 * An absolute http or https URL, as a player would request it: what the world writes (blanks, braces, other scripts) is percent-encoded, what
 * is already encoded stays as it is, the fragment is cut.
 *
 * @param host in lower case; an IPv6 address in its brackets
 * @param target path and query, beginning with a slash
 */
public record Url(String scheme, String host, int port, String target) {
    static final int MAX_LENGTH = 8 << 10;

    public static Url parse(String text) throws BadUrl {
        String trimmed = trimmed(text);
        int colon = schemeEnd(trimmed);
        if (colon < 0) {
            throw new BadUrl("not an absolute URL: " + Shown.of(trimmed));
        }
        String scheme = scheme(trimmed, colon);
        if (!trimmed.startsWith("//", colon + 1)) {
            throw new BadUrl("no host: " + Shown.of(trimmed));
        }
        return authorityAndRest(scheme, trimmed, colon + 3);
    }

    /** RFC 3986, 5.2, strict: a reference with a scheme is absolute even if it is the scheme of the base. */
    public Url resolve(String reference) throws BadUrl {
        String text = trimmed(reference);
        if (schemeEnd(text) >= 0) {
            return parse(text);
        }
        if (text.startsWith("//")) {
            return authorityAndRest(scheme, text, 2);
        }
        int end = cut(text);
        if (end == 0) {
            return this;
        }
        int query = queryStart(text, end);
        String path;
        if (query == 0) {
            path = path();
        } else if (text.charAt(0) == '/') {
            path = Paths.withoutDots(Escapes.encode(text, 0, query));
        } else {
            String base = path();
            path = Paths.withoutDots(base.substring(0, base.lastIndexOf('/') + 1) + Escapes.encode(text, 0, query));
        }
        return with(path + Escapes.encode(text, query, end));
    }

    /** Whether a reference says itself which host it is on, and not where it was found. */
    public static boolean namesHost(String reference) {
        String text = reference.strip();
        return text.startsWith("//") || schemeEnd(text) >= 0;
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** The target up to its question mark. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What stands behind the question mark; empty when there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The host as a name or address to connect to: an IPv6 address without its brackets. */
    public String address() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        boolean usual = port == (secure() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port) + target;
    }

    private Url with(String newTarget) throws BadUrl {
        if (newTarget.length() > MAX_LENGTH) {
            throw new BadUrl("longer than 8 KiB: " + Shown.of(newTarget));
        }
        return new Url(scheme, host, port, newTarget);
    }

    /** Blanks around it are forgiven; control characters inside are refused: they would write into the request. */
    private static String trimmed(String text) throws BadUrl {
        if (text.length() > MAX_LENGTH) {
            throw new BadUrl("longer than 8 KiB: " + Shown.of(text));
        }
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            if (trimmed.charAt(i) < ' ' || trimmed.charAt(i) == 0x7f) {
                throw new BadUrl("control character in a URL: " + Shown.of(trimmed));
            }
        }
        return trimmed;
    }

    /** Where the colon behind the scheme is, or -1 when the text does not begin with a scheme. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                return i == 0 ? -1 : i;
            }
            if (!letter && (i == 0 || !later)) {
                return -1;
            }
        }
        return -1;
    }

    private static String scheme(String text, int colon) throws BadUrl {
        if (colon == 5 && text.regionMatches(true, 0, "https", 0, 5)) {
            return "https";
        }
        if (colon == 4 && text.regionMatches(true, 0, "http", 0, 4)) {
            return "http";
        }
        throw new BadUrl("neither http nor https: " + Shown.of(text));
    }

    private static Url authorityAndRest(String scheme, String text, int from) throws BadUrl {
        int end = cut(text);
        int authorityEnd = from;
        while (authorityEnd < end && text.charAt(authorityEnd) != '/' && text.charAt(authorityEnd) != '?') {
            authorityEnd++;
        }
        Authority authority = Authority.of(text, from, authorityEnd, scheme.equals("https") ? 443 : 80);
        int query = queryStart(text, end);
        String path = Paths.withoutDots(Escapes.encode(text, authorityEnd, Math.max(authorityEnd, query)));
        String target = (path.isEmpty() ? "/" : path) + Escapes.encode(text, Math.max(authorityEnd, query), end);
        return new Url(scheme, authority.host(), authority.port(), target).with(target);
    }

    /** Where the fragment begins, or the end. */
    private static int cut(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? text.length() : hash;
    }

    private static int queryStart(String text, int end) {
        int query = text.indexOf('?');
        return query < 0 || query > end ? end : query;
    }
}
