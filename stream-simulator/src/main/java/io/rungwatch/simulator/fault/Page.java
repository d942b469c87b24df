package io.rungwatch.simulator.fault;

/** The page that a web server shows when it has nothing else. */
final class Page {
    private Page() {}

    static String of(int status) {
        String title = status + " " + reason(status);
        return "<html>\n<head><title>" + title + "</title></head>\n<body><center><h1>" + title
                + "</h1></center></body>\n</html>\n";
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "Welcome";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Error";
        };
    }
}
