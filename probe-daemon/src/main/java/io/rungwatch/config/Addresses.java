package io.rungwatch.config;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;

/** Values that say where something is. */
final class Addresses {
    private static final String PLACEHOLDER = "{channel}";
    static final String HOST =
            "[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*\\.?|\\[[0-9A-Fa-f:.]+\\]";

    /** Where a layer is: manifests say the path. */
    static final Scalar<Url> BASE = Scalar.of(
            "an address",
            "write http://host or https://host:port",
            "https?://.*",
            groups -> {
                Url url = url(groups.group());
                if (!url.target().equals("/")) {
                    throw new Unfit("has a path; write only http://host:port here, the path belongs into manifests");
                }
                return url;
            },
            Addresses::withoutSlash);

    /** Where people reach the probe: behind a proxy below a path as well. */
    static final Scalar<String> PUBLIC = Scalar.of(
            "an address",
            "write the one by which people reach the probe, for example https://rungwatch.noc.example",
            "https?://[^?#\\s]*",
            groups -> {
                String text = groups.group();
                url(text);
                return text.replaceAll("/+$", "");
            },
            address -> address);

    /** Something that can be asked for, wherever it is. */
    static final Scalar<Url> PAGE = Scalar.of(
            "an address",
            "write a whole http:// or https:// address",
            "https?://.*",
            groups -> url(groups.group()),
            Url::toString);

    static final Scalar<String> MANIFEST = Scalar.of(
            "a path",
            "write /live/{channel}/master.m3u8, or a whole http:// address",
            "(?:/|https?://).*",
            Addresses::manifest,
            path -> path);

    static final Scalar<InetSocketAddress> LISTEN = Scalar.of(
            "an address to listen on",
            "write host:port, for example 127.0.0.1:9464 or 0.0.0.0:9464",
            "(" + HOST + "):([0-9]{1,5})",
            groups -> HostAddress.of(groups.group(1), port(groups.group(2))),
            HostAddress::write);

    static final Scalar<String> TARGET = Scalar.of(
            "a host",
            "write host or host:port",
            "(?:" + HOST + ")(?::([0-9]{1,5}))?",
            groups -> {
                if (groups.group(1) != null) {
                    port(groups.group(1));
                }
                return groups.group().toLowerCase(Locale.ROOT);
            },
            host -> host);

    static final Scalar<Path> FOLDER = path("a folder");
    static final Scalar<Path> FILE = path("a file");

    private Addresses() {}

    private static Scalar<Path> path(String noun) {
        return Scalar.of(
                noun,
                "write its path, beside this file or absolute",
                Texts.LINE.pattern().pattern(),
                groups -> {
                    try {
                        return Path.of(groups.group());
                    } catch (InvalidPathException e) {
                        throw new Unfit("is no path on this machine; write its path, beside this file or absolute");
                    }
                },
                Path::toString);
    }

    static String named(String path, String channel) {
        return path.replace(PLACEHOLDER, channel);
    }

    private static String manifest(Matcher groups) throws Unfit {
        String path = groups.group();
        String named = named(path, "CH");
        if (named.indexOf('{') >= 0 || named.indexOf('}') >= 0) {
            throw new Unfit("has braces; only {channel} is filled in");
        }
        url(path.startsWith("/") ? "http://layer" + named : named);
        return path;
    }

    private static Url url(String text) throws Unfit {
        try {
            return Url.parse(text);
        } catch (BadUrl bad) {
            throw new Unfit("cannot be asked for (" + bad.getMessage() + "); write http://host or https://host:port");
        }
    }

    static int port(String digits) throws Unfit {
        int port = Integer.parseInt(digits);
        if (port > 65_535) {
            throw new Unfit("has a port above 65535; write one that exists");
        }
        return port;
    }

    static String withoutSlash(Url url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
