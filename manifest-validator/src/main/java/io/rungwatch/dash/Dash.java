package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rungwatch.hls.LooksLike;
import io.rungwatch.hls.Sniffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads MPDs. Never throws; what is broken XML yields what stands before the break. */
public final class Dash {
    /** What the format and its players can take; the fetcher's own limit is the same. */
    public static final int LARGEST = 8 << 20;

    private static final Lines NOWHERE = new Lines(new byte[0]);

    private Dash() {}

    /** Nobody may write into `body` afterwards: lines are counted when somebody asks. */
    public static DashDocument parse(byte[] body) {
        Problems problems = new Problems();
        if (body.length > LARGEST) {
            problems.add(ProblemKind.TOO_LARGE, new Place(NOWHERE, 0), body.length + " bytes");
            return not(LooksLike.XML, "more than 8 MiB", problems);
        }
        LooksLike looksLike = looksLike(body);
        if (looksLike != null) {
            return not(looksLike, "this is " + looksLike.text(), problems);
        }
        Element root = new XmlReader(body, new Lines(body), problems).read();
        if (root == null) {
            // Nothing was read of it; what its first bytes say is all that is known.
            return not(Sniffer.looksLike(body), "XML without an element", problems);
        }
        if (!root.name.equals("MPD")) {
            return other(root, problems);
        }
        return Mpd.of(root, problems);
    }

    /** Null for what may be an MPD. */
    private static @Nullable LooksLike looksLike(byte[] body) {
        if (new String(body, 0, Math.min(body.length, 64), ISO_8859_1).contains("#EXTM3U")) {
            return LooksLike.HLS;
        }
        if (body.length > 1 && body[0] + body[1] == '<' && (body[0] == 0 || body[1] == 0)) {
            return LooksLike.UTF16;
        }
        LooksLike found = Sniffer.looksLike(body);
        return found == LooksLike.MPD || found == LooksLike.XML ? null : found;
    }

    private static DashDocument other(Element root, Problems problems) {
        if (root.name.endsWith(":MPD")) {
            problems.add(ProblemKind.NAMESPACE, root.at, root.name);
            return not(LooksLike.XML, "an MPD of another namespace than that of DASH", problems);
        }
        return not(LooksLike.XML, "XML of another kind: " + Problems.shown(root.name), problems);
    }

    private static NotMpd not(LooksLike looksLike, String reason, Problems problems) {
        List<Problem> found = problems.toList();
        return new NotMpd(looksLike, reason, found);
    }
}
