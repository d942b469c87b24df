package io.rungwatch.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a proxy says went wrong (RFC 9209, 2.3), and who is to look at it first. The id is that of the finding which it makes. */
public enum ProxyError {
    NAMES("edge_cannot_reach_origin", Blame.CDN_CONFIG, "dns_timeout", "dns_error", "destination_not_found"),
    LINK(
            "edge_cannot_reach_origin",
            Blame.LINK,
            "destination_unavailable",
            "destination_ip_unroutable",
            "connection_refused",
            "connection_timeout",
            "connection_terminated",
            "connection_read_timeout",
            "connection_write_timeout",
            "connection_limit_reached",
            "http_response_timeout"),
    TLS("upstream_tls_error", Blame.UPSTREAM, "tls_protocol_error", "tls_certificate_error", "tls_alert_received"),
    ANSWER(
            "upstream_bad_response",
            Blame.UPSTREAM,
            "http_response_incomplete",
            "http_response_header_section_size",
            "http_response_header_size",
            "http_response_body_size",
            "http_response_trailer_section_size",
            "http_response_trailer_size",
            "http_response_transfer_coding",
            "http_response_content_coding",
            "http_upgrade_failed",
            "http_protocol_error"),
    REQUEST(
            "request_denied",
            Blame.CDN_CONFIG,
            "http_request_error",
            "http_request_denied",
            "destination_ip_prohibited"),
    PROXY("proxy_fault", Blame.CDN, "proxy_internal_response", "proxy_internal_error", "proxy_configuration_error"),
    LOOP("redirect_loop", Blame.CDN, "proxy_loop_detected");

    public enum Blame {
        CDN("the CDN"),
        CDN_CONFIG("the CDN's configuration"),
        /** Upstream if it is seen to be bad otherwise too. */
        LINK("upstream, or the network between"),
        UPSTREAM("upstream");

        private final String text;

        Blame(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final String finding;
    private final Blame blame;
    private final List<String> tokens;

    ProxyError(String finding, Blame blame, String... tokens) {
        this.finding = finding;
        this.blame = blame;
        this.tokens = List.of(tokens);
    }

    public String finding() {
        return finding;
    }

    public Blame blame() {
        return blame;
    }

    public List<String> tokens() {
        return tokens;
    }

    /** Nothing for a token that was registered after this was written. */
    public static Optional<ProxyError> of(String token) {
        return Arrays.stream(values())
                .filter(error -> error.tokens.contains(token))
                .findFirst();
    }
}
