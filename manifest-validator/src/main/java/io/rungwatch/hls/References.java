package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a playlist leads, other than to its own neighbourhood. Nearly all URIs are plainly relative, which a few of their characters
 * show; of those that name a host, one for each host is kept.
 */
final class References {
    private static final int LONGEST = 8 << 10;
    /** A playlist that leads to more places than this is no delivery chain. */
    private static final int MOST = 32;

    private List<Reference> found = List.of();
    private final Set<String> places = new HashSet<>(0);
    private int mapLine;
    private List<Key> keys = List.of();

    private References() {}

    static List<Reference> of(MediaPlaylist playlist) {
        References references = new References();
        List<Segment> segments = playlist.segments();
        for (int i = 0; i < segments.size(); i++) {
            references.segment(segments.get(i));
        }
        references.parts(playlist.tail().parts());
        for (PreloadHint hint : playlist.preloadHints()) {
            references.look(hint.line(), Reference.Kind.MEDIA, hint.uri());
        }
        for (RenditionReport report : playlist.renditionReports()) {
            references.look(report.line(), Reference.Kind.MEDIA, report.uri());
        }
        return List.copyOf(references.found);
    }

    static List<Reference> of(MultivariantPlaylist playlist) {
        References references = new References();
        playlist.variants().forEach(row -> references.look(row.line(), Reference.Kind.MEDIA, row.uri()));
        playlist.iFrameVariants().forEach(row -> references.look(row.line(), Reference.Kind.MEDIA, row.uri()));
        playlist.renditions().forEach(track -> references.look(track.line(), Reference.Kind.MEDIA, track.uri()));
        playlist.sessionData().forEach(data -> references.look(data.line(), Reference.Kind.DATA, data.uri()));
        references.keys(playlist.sessionKeys());
        ContentSteering steering = playlist.contentSteering();
        if (steering != null) {
            references.look(steering.line(), Reference.Kind.DATA, steering.serverUri());
        }
        return List.copyOf(references.found);
    }

    private void segment(Segment segment) {
        look(segment.line(), Reference.Kind.MEDIA, segment.uri());
        InitSection init = segment.map();
        if (init != null && init.line() != mapLine) {
            mapLine = init.line();
            look(init.line(), Reference.Kind.DATA, init.uri());
        }
        if (!segment.keys().equals(keys)) {
            keys = segment.keys();
            keys(keys);
        }
        parts(segment.parts());
    }

    private void parts(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            look(parts.get(i).line(), Reference.Kind.MEDIA, parts.get(i).uri());
        }
    }

    /** What a DRM system writes as a URI is its own business. */
    private void keys(List<Key> list) {
        for (Key key : list) {
            if (key.keyFormat().equals("identity")) {
                look(key.line(), Reference.Kind.DATA, key.uri());
            }
        }
    }

    private void look(int line, Reference.Kind kind, @Nullable String uri) {
        if (uri == null || isPlain(uri) || found.size() == MOST) {
            return;
        }
        if (places.add(place(uri))) {
            found = found.isEmpty() ? new ArrayList<>(2) : found;
            found.add(new Reference(line, kind, uri));
        }
    }

    private static boolean isPlain(String uri) {
        if (uri.length() > LONGEST || uri.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < uri.length(); i++) {
            switch (uri.charAt(i)) {
                case '/', '?', '#' -> {
                    return true;
                }
                case ':' -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    /** Scheme and host, or what stands for them. */
    private static String place(String uri) {
        int slashes = uri.indexOf("//");
        int end = slashes < 0 ? uri.indexOf(':') : uri.indexOf('/', slashes + 2);
        return end < 0 ? uri.substring(0, Math.min(uri.length(), 100)) : uri.substring(0, end);
    }
}
