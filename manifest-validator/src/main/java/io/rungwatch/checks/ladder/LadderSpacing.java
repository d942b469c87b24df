package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public final class LadderSpacing implements LadderCheck {
    private static final double WIDEST = 2.5;
    private static final double NARROWEST = 1.15;
    private static final long FLOOR = 1_000_000;
    private static final int HD = 720;
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_spacing", Severity.INFO, Owner.PACKAGER, Confirm.AT_ONCE)
            .set(CheckSet.AUTHORING)
            .summary(
                    "Steps of the ladder above 2.5 or below 1.15 times the bitrate, a lowest rung above 1 Mb/s, or a lone top rung")
            .impact("Big jumps of quality, or a floor that is too high for weak links.")
            .spec("Apple HLS authoring 9.10, 9.21; practice")
            .action("Nothing for tonight: give it to whoever designs the ladder.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        Map<String, List<OfferedRung>> groups = new TreeMap<>();
        long lowest = Long.MAX_VALUE;
        for (OfferedRung rung : ladder.rungs()) {
            if (rung.isVideo() && rung.bandwidth() > 0) {
                groups.computeIfAbsent(alike(rung), key -> new ArrayList<>()).add(rung);
                lowest = Math.min(lowest, rung.bandwidth());
            }
        }
        Faults faults = new Faults(INFO);
        if (lowest > FLOOR && lowest < Long.MAX_VALUE) {
            faults.add(0, "floor", "the lowest rung needs " + rate(lowest) + ", 1 Mb/s is advised");
        }
        for (List<OfferedRung> rungs : groups.values()) {
            steps(rungs, faults);
        }
        return faults.told();
    }

    /** Players switch within one codec and dynamic range, and along one pathway. */
    private static String alike(OfferedRung rung) {
        return rung.family() + " " + rung.row().videoRange() + " " + rung.row().pathwayId();
    }

    private static void steps(List<OfferedRung> rungs, Faults faults) {
        rungs.sort(Comparator.comparingLong(OfferedRung::bandwidth));
        int top = 0;
        int tallest = 0;
        for (int i = 0; i < rungs.size(); i++) {
            OfferedRung rung = rungs.get(i);
            top = rung.height() > tallest ? 1 : rung.height() == tallest ? top + 1 : top;
            tallest = Math.max(tallest, rung.height());
            double ratio =
                    i == 0 ? 2 : (double) rung.bandwidth() / rungs.get(i - 1).bandwidth();
            if (ratio > WIDEST || ratio < NARROWEST) {
                faults.add(
                        rung.row().line(),
                        ratio > WIDEST ? "wide" : "narrow",
                        "from " + rate(rungs.get(i - 1).bandwidth()) + " to " + rate(rung.bandwidth())
                                + " is a factor of " + Math.round(ratio * 100) / 100.0);
            }
        }
        if (rungs.size() > 2 && top == 1 && tallest >= HD) {
            faults.add(0, "lone_top", "only one rung has " + tallest + " lines");
        }
    }

    private static String rate(long bandwidth) {
        return Math.round(bandwidth / 1e4) / 100.0 + " Mb/s";
    }
}
