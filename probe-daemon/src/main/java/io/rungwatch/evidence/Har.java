package io.rungwatch.evidence;

import io.rungwatch.Version;
import io.rungwatch.alert.Alert;
import io.rungwatch.json.Json;
import io.rungwatch.url.Url;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recording as a HAR 1.2 file, which `rungwatch replay` and browsers read; without credentials. */
public final class Har {
    /** What an entry needs beside its body. */
    private static final int ENTRY = 2 << 10;

    private Har() {}

    /**
     * The file's bytes.
     *
     * @param most of them; what does not fit is left out, from the least telling on, and the comment says so
     */
    public static byte[] of(Recording recording, long most) {
        byte[] har = of(recording, fitting(recording.shots(), most));
        for (long room = most / 2; har.length > most && room > 0; room /= 2) {
            har = of(recording, fitting(recording.shots(), room));
        }
        return har;
    }

    private static byte[] of(Recording recording, List<Shot> shots) {
        byte[] har = of(recording, shots, true);
        return Retelling.shows(har, recording.alert().check().id()) ? har : of(recording, shots, false);
    }

    private static byte[] of(Recording recording, List<Shot> shots, boolean again) {
        Mask mask = new Mask();
        shots.forEach(shot -> HarEntry.learn(shot, mask));
        HarEntry entries = new HarEntry(mask);
        List<Object> written = new ArrayList<>();
        shots.stream().sorted(Comparator.comparing(Shot::at)).forEach(shot -> written.addAll(entries.of(shot)));
        String comment = HarComment.of(recording.alert(), recording.shots().size() - shots.size(), again);
        Map<String, @Nullable Object> log = Json.object(
                "version", "1.2",
                "creator", Json.object("name", "Rungwatch", "version", Version.text()),
                "comment", mask.text(comment),
                "_rungwatch", about(recording, mask),
                "entries", written);
        return Json.write(Json.object("log", log)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> about(Recording recording, Mask mask) {
        Alert alert = recording.alert();
        return Json.object(
                "alert", alert.id(),
                "check", alert.check().id(),
                "channel", alert.channel(),
                "protocol", alert.protocol().word(),
                "layer", alert.layer(),
                "renditions", alert.renditions(),
                "manifest", recording.manifest().map(Url::toString).map(mask::text));
    }

    /** JSON's escapes and base64 make a body longer; a third is usual. */
    private static List<Shot> fitting(List<Shot> shots, long most) {
        List<Shot> fitting = new ArrayList<>();
        long left = most;
        for (Shot shot : shots) {
            long size = ENTRY + shot.body().length * 4L / 3;
            if (size <= left) {
                fitting.add(shot);
                left -= size;
            }
        }
        return fitting;
    }
}
