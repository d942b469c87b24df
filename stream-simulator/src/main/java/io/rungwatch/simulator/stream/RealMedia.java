package io.rungwatch.simulator.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the loops hold. They are honest in codec, resolution and frame rate, and small: a rung declares what its picture
 * and the sound take together, not the megabits that the operators' ladder has under the same names.
 */
public final class RealMedia {
    public static final List<Rung> LADDER = List.of(
            new Rung("4K", 640_000, 3840, 2160, "hvc1.2.4.L153.90", 50),
            new Rung("HD", 400_000, 1920, 1080, "avc1.640028", 25),
            new Rung("SD", 280_000, 1280, 720, "avc1.64001f", 25),
            new Rung("LD", 180_000, 640, 360, "avc1.64001e", 25));

    public static final Audio SOUND = new Audio("vie", "mp4a.40.2", 2, 80_000);

    /** Key frames are a second apart. */
    private static final long GOP = 1000;

    /** A frame at 25 a second; of those at 50 it has two. */
    private static final long FRAME = 40;

    private RealMedia() {}

    static void check(Segmentation cuts, List<Rung> ladder, List<Audio> audio, Extras extras) {
        boolean atKeys = cuts.duration().toMillis() % GOP == 0 && cuts.jitter() == 0;
        require(atKeys, "is cut at whole seconds, where the loops have key frames");
        require(LADDER.containsAll(ladder), "has the rungs of RealMedia.LADDER");
        require(audio.stream().allMatch(SOUND::equals), "has the sound of RealMedia.SOUND");
        require(!cuts.container().byteRanges(), "has a file for each segment");
        require(extras.protection() == null, "is in the clear");
        require(!extras.has(HlsFeature.I_FRAMES), "has no playlists of key frames");
        require(hasWholeFrames(extras.lowLatency()), "has parts of whole frames: a multiple of " + FRAME + " ms");
    }

    /** A rung of the same ladder that says the same in another codec. */
    public static Rung inAnotherCodec(Rung rung) {
        String family = rung.codec().substring(0, 4);
        return LADDER.stream()
                .filter(other -> !other.codec().startsWith(family))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasWholeFrames(@Nullable LowLatency parts) {
        return parts == null || parts.part().toMillis() % FRAME == 0;
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("real media " + rule);
        }
    }
}
