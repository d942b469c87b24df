package io.rungwatch.checks.media;

import io.rungwatch.check.CodecFamily;
import io.rungwatch.media.AccessUnit;
import io.rungwatch.media.AudioRun;
import io.rungwatch.media.Codec;
import io.rungwatch.media.SampleEntry;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.TransportStream;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What streams are coded in, beside what CODECS says. */
final class Codecs {
    /** In the order of harm. */
    enum Match {
        SAME,
        /** A player that expects the one plays the other. */
        OTHER,
        /** It may not. */
        MORE
    }

    private static final int HE_AAC = 5;
    private static final int HE_AAC_2 = 29;
    private static final int MP3 = 34;
    private static final Pattern AVC =
            Pattern.compile("avc[1-4]\\.(?<profile>\\p{XDigit}{2})\\p{XDigit}{2}(?<level>\\p{XDigit}{2})");
    private static final Pattern HEVC = Pattern.compile(
            "h(vc|ev)1\\.[ABC]?(?<profile>\\d{1,2})\\.\\p{XDigit}{1,8}\\.[LH](?<level>\\d{1,3})(\\..*)?");

    private Codecs() {}

    static List<Codec> of(Portion portion, Sort sort) {
        return portion.look() instanceof TransportStream ts
                ? ts.all(sort)
                        .flatMap(pid -> sort == Sort.VIDEO
                                ? pid.firstPicture().flatMap(AccessUnit::codec).stream()
                                : pid.audio().map(AudioRun::codec).stream())
                        .toList()
                : Opened.tracks(portion, sort)
                        .flatMap(track -> track.entry().flatMap(SampleEntry::codec).stream())
                        .toList();
    }

    static Match match(String declared, Codec seen) {
        if (!CodecFamily.of(declared).equals(CodecFamily.of(seen.text()))) {
            return Match.MORE;
        } else if (seen instanceof Codec.Avc avc) {
            return match(AVC.matcher(declared), 16, avc.profile(), avc.level());
        } else if (seen instanceof Codec.Hevc hevc) {
            return match(HEVC.matcher(declared), 10, hevc.profile(), hevc.level());
        } else if (seen instanceof Codec.Aac aac) {
            return match(declared, aac.objectType());
        }
        return Match.SAME;
    }

    private static Match match(Matcher declared, int radix, int profile, int level) {
        if (!declared.matches()) {
            return Match.SAME;
        }
        int declaredProfile = Integer.parseInt(declared.group("profile"), radix);
        int declaredLevel = Integer.parseInt(declared.group("level"), radix);
        if (profile > declaredProfile || level > declaredLevel) {
            return Match.MORE;
        }
        return profile == declaredProfile ? Match.SAME : Match.OTHER;
    }

    /** HE-AAC may say of itself that it is plain AAC, for decoders that know no better. */
    private static Match match(String declared, int objectType) {
        int said = declared.startsWith("mp4a.40.") && declared.substring(8).matches("\\d{1,2}")
                ? Integer.parseInt(declared.substring(8))
                : objectType;
        boolean high = objectType == HE_AAC || objectType == HE_AAC_2;
        boolean mp3 = objectType == MP3 || said == MP3;
        return said == objectType ? Match.SAME : mp3 ? Match.MORE : high && said == 2 ? Match.OTHER : Match.SAME;
    }
}
