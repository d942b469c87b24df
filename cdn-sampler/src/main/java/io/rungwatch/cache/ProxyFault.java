package io.rungwatch.cache;

import java.util.Optional;

/** An error that a proxy of the chain reports of itself or of what is above it. */
public record ProxyFault(String hop, String error, Optional<ProxyError> kind, String details) {
    String text() {
        String whose = kind.map(known -> ", to be looked at by " + known.blame().text())
                .orElse(", which is no registered error");
        return "Proxy-Status: " + hop + " reports " + error + (details.isEmpty() ? "" : " (" + details + ")") + whose;
    }
}
