package io.rungwatch.simulator.dash;

import java.util.List;

/** What has become of the S elements of a timeline: some went, the first may have shrunk, the last may have grown. */
final class Runs {
    private Runs() {}

    static void compare(PatchDocument patch, String path, List<Xml> then, List<Xml> now) {
        int gone = now.isEmpty() ? then.size() : gone(then, number(now.getFirst(), "t"));
        for (int i = 0; i < gone; i++) {
            patch.remove(path + "/S[1]");
        }
        List<Xml> left = then.subList(gone, then.size());
        int common = Math.min(left.size(), now.size());
        for (int i = 0; i < common; i++) {
            patch.attributes(
                    path + "/S[" + (i + 1) + "]",
                    left.get(i).attributes(),
                    now.get(i).attributes());
        }
        for (int i = left.size(); i > common; i--) {
            patch.remove(path + "/S[" + i + "]");
        }
        now.subList(common, now.size()).forEach(run -> patch.append(path, run));
    }

    private static int gone(List<Xml> then, long first) {
        int gone = 0;
        while (gone < then.size() && end(then.get(gone)) <= first) {
            gone++;
        }
        return gone;
    }

    private static long end(Xml run) {
        return number(run, "t") + number(run, "d") * (number(run, "r") + 1);
    }

    private static long number(Xml run, String attribute) {
        return Long.parseLong(run.attributes().getOrDefault(attribute, "0"));
    }
}
