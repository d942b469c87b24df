package io.rungwatch.simulator.stream;

import java.util.List;

/**
 * What the loops hold. They are honest in codec, resolution and frame rate, and small. On this ladder a rung declares
 * what its picture and the sound take together, and browsers play it; on any other with the same codecs, resolutions
 * and frame rates, segments are filled up to what is declared.
 */
public final class RealMedia {
    public static final List<Rung> LADDER = List.of(
            new Rung("4K", 640_000, 3840, 2160, "hvc1.2.4.L153.90", 50),
            new Rung("HD", 400_000, 1920, 1080, "avc1.640028", 25),
            new Rung("SD", 280_000, 1280, 720, "avc1.64001f", 25),
            new Rung("LD", 180_000, 640, 360, "avc1.64001e", 25));

    public static final Audio SOUND = new Audio("vie", "mp4a.40.2", 2, 80_000);

    /** What browsers cannot play, and televisions can. */
    public static final Audio SURROUND = new Audio("vie", "ac-3", 6, 192_000);

    private RealMedia() {}

    static void check(Segmentation cuts, List<Rung> ladder, List<Audio> audio, Extras extras) {
        ladder.forEach(RealMedia::loop);
        audio.forEach(RealMedia::loop);
        boolean counted = extras.lowLatency() == null || cuts.jitter() == 0 || cuts.container() != Container.TS;
        if (!counted) {
            throw new IllegalArgumentException("parts of MPEG-TS are counted: their segments must be of one length");
        }
    }

    /** The row of {@link #LADDER} that shows what another says. */
    public static Rung loop(Rung rung) {
        return LADDER.stream()
                .filter(loop -> loop.codec().equals(rung.codec())
                        && loop.resolution().equals(rung.resolution())
                        && loop.frameRate() == rung.frameRate())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no loop shows " + rung.resolution() + " in "
                        + rung.codec() + " at " + rung.frameRate() + "/s: RealMedia.LADDER has what there is"));
    }

    /** Its name. */
    public static String loop(Audio audio) {
        return switch (audio.codec() + ' ' + audio.channels()) {
            case "mp4a.40.2 2" -> "sound";
            case "ac-3 6" -> "surround";
            default ->
                throw new IllegalArgumentException("no loop is " + audio.codec() + " of " + audio.channels()
                        + " channels: there is mp4a.40.2 of 2, and ac-3 of 6");
        };
    }

    /** A rung of the same ladder that says the same in another codec. */
    public static Rung inAnotherCodec(Rung rung) {
        String family = rung.codec().substring(0, 4);
        return LADDER.stream()
                .filter(other -> !other.codec().startsWith(family))
                .findFirst()
                .orElseThrow();
    }
}
