package io.rungwatch.url;

import java.net.URI;

/** An absolute http or https URL, as a player would request it. */
public record Url(String scheme, String host, int port, String target) {

    public static Url parse(String text) throws BadUrl {
        try {
            URI uri = new URI(text);
            int port = uri.getPort() != -1 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Url(uri.getScheme(), uri.getHost(), port, uri.getRawPath() + query);
        } catch (java.net.URISyntaxException e) {
            throw new BadUrl(e.getReason());
        }
    }

    /** RFC 3986, 5.2, strict. */
    public Url resolve(String reference) throws BadUrl {
        return parse(URI.create(toString()).resolve(reference).toString());
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        boolean usual = port == (secure() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port) + target;
    }
}
