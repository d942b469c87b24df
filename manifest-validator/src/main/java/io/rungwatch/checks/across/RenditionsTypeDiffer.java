package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Outline;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.List;

public final class RenditionsTypeDiffer implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_type_differ", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(2, "between the end of one rendition and that of another"))
            .summary("A rendition is of another kind than most: EXT-X-PLAYLIST-TYPE, its end, EXT-X-SERVER-CONTROL, "
                    + "the method of encryption or EXT-X-INDEPENDENT-SEGMENTS")
            .impact("One track ends or locks before the others, or cannot be switched to.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.4")
            .action("Compare the packager's outputs: one of them is configured otherwise, or was left behind.");

    private static final int TYPE = Outline.EVENT | Outline.VOD;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (!self.has(Outline.HLS) || alike(self, all)) {
            return Finding.NONE;
        }
        List<Finding> found = new ArrayList<>(1);
        double patience = profile.threshold(INFO);
        View type = OddOneOut.against(self, all, (a, b) -> type(a, b, patience));
        if (type != null) {
            found.add(told("EXT-X-PLAYLIST-TYPE", "is " + typeOf(self) + ", that of ", type, " is " + typeOf(type)));
        }
        View goesOn = OddOneOut.against(self, all, (a, b) -> end(a, b, patience));
        if (goesOn != null) {
            found.add(
                    self.ended()
                            ? told("EXT-X-ENDLIST", "is there, but ", goesOn, " goes on")
                            : told("EXT-X-ENDLIST", "is missing, and ", goesOn, " has ended"));
        }
        View control = OddOneOut.against(self, all, RenditionsTypeDiffer::control);
        if (control != null) {
            found.add(told("EXT-X-SERVER-CONTROL", "says something else than in ", control, ""));
        }
        View method = OddOneOut.against(self, all, RenditionsTypeDiffer::encryption);
        if (method != null) {
            found.add(told("encryption", "is " + methodOf(self) + ", that of ", method, " is " + methodOf(method)));
        }
        View independent = OddOneOut.against(self, all, RenditionsTypeDiffer::independent);
        if (independent != null) {
            boolean here = self.has(Outline.INDEPENDENT);
            found.add(told(
                    "EXT-X-INDEPENDENT-SEGMENTS",
                    here ? "is there, but not in " : "is missing, but not in ",
                    independent,
                    ""));
        }
        return found;
    }

    /** The usual case, at one glance. */
    private static boolean alike(View self, List<View> all) {
        boolean alike = true;
        for (int i = 0; i < all.size() && alike; i++) {
            View view = all.get(i);
            alike = view.traits() == self.traits() && view.control() == self.control() && view.ended() == self.ended();
        }
        return alike;
    }

    /** An event that ends becomes VOD, one rendition after the other. */
    private static int type(View a, View b, double patience) {
        boolean ending = a.ended() != b.ended() && end(a, b, patience) == OddOneOut.SAME;
        return b.has(Outline.HLS)
                ? OddOneOut.differ(((a.traits() ^ b.traits()) & TYPE) != 0 && !ending)
                : OddOneOut.NOT_COMPARABLE;
    }

    /** Writers end one by one. */
    private static int end(View a, View b, double patience) {
        if (!b.has(Outline.HLS)) {
            return OddOneOut.NOT_COMPARABLE;
        }
        if (a.ended() == b.ended()) {
            return OddOneOut.SAME;
        }
        View over = a.ended() ? a : b;
        View other = a.ended() ? b : a;
        double limit = patience * Math.max(a.target(), b.target());
        return OddOneOut.differ(other.at() - over.endedAt() > limit);
    }

    private static int control(View a, View b) {
        return OddOneOut.areMain(a, b) ? OddOneOut.differ(a.control() != b.control()) : OddOneOut.NOT_COMPARABLE;
    }

    /** Sound may be in the clear where the picture is not. While a key comes or goes, both kinds stand in the window. */
    private static int encryption(View a, View b) {
        return OddOneOut.areMain(a, b) && a.rendition().kind() == b.rendition().kind()
                ? OddOneOut.differ((a.traits() & b.traits() & Outline.ENCRYPTION) == 0)
                : OddOneOut.NOT_COMPARABLE;
    }

    /** Any segment of sound can be decoded alone: it need not say so beside a picture that does. */
    private static int independent(View a, View b) {
        return OddOneOut.areMain(a, b) && a.rendition().kind() == b.rendition().kind()
                ? OddOneOut.differ(a.has(Outline.INDEPENDENT) != b.has(Outline.INDEPENDENT))
                : OddOneOut.NOT_COMPARABLE;
    }

    private static String typeOf(View view) {
        return view.has(Outline.VOD) ? "VOD" : view.has(Outline.EVENT) ? "EVENT" : "absent";
    }

    private static String methodOf(View view) {
        return view.has(Outline.SAMPLES) ? "SAMPLE-AES" : view.has(Outline.WHOLE_SEGMENTS) ? "AES-128" : "off";
    }

    private static Finding told(String what, String before, View other, String after) {
        String name = other.rendition().name();
        return Finding.of(INFO, what + " " + before + name + after)
                .with("what", what)
                .with("other", name);
    }
}
