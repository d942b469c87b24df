package io.rungwatch.checks.playlist;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.checks.Repeated;
import io.rungwatch.hls.InitSection;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class KeyInvalid implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "key_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.PROTECTION)
            .summary("EXT-X-KEY or EXT-X-SESSION-KEY that no player can use; minor for an IV that is too short")
            .impact("Players cannot decrypt: black, or an error at once.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.4–4.4.4.5, 4.4.6.5, 6.2.3; Apple HLS authoring 13.2–13.3")
            .action("Compare the line with the packager's DRM configuration, then ask the key server.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()
                || !(attempt.document().get() instanceof Playlist playlist)
                || !playlist.has(Tag.KEY) && !playlist.has(Tag.SESSION_KEY)) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        switch (playlist) {
            case MediaPlaylist media -> segments(media, faults);
            case MultivariantPlaylist multivariant -> session(multivariant.sessionKeys(), faults);
        }
        for (Problem problem : playlist.problems()) {
            if (problem.kind() == ProblemKind.KEY) {
                faults.add(problem.line(), "none", "METHOD=NONE with other attributes");
            } else if (problem.kind() == ProblemKind.REPEATED_TAG && Repeated.is(problem, Tag.KEY)) {
                faults.add(problem.line(), "repeated", "two keys of one KEYFORMAT before one segment");
            }
        }
        return faults.told();
    }

    private static void segments(MediaPlaylist playlist, Faults faults) {
        List<Key> judged = List.of();
        int map = 0;
        for (Segment segment : playlist.segments()) {
            if (!segment.keys().equals(judged)) {
                List<Key> last = judged;
                judged = segment.keys();
                judged.stream()
                        .filter(key -> !last.contains(key))
                        .forEach(key -> KeyRules.judge(key, segment.keys(), faults));
            }
            InitSection init = segment.map();
            if (init != null && init.line() != map) {
                map = init.line();
                init.keys().stream()
                        .filter(key -> key.method().equals("AES-128") && key.iv() == null)
                        .forEach(key ->
                                faults.add(init.line(), "map_iv", "an encrypted EXT-X-MAP, and its key has no IV"));
            }
        }
    }

    private static void session(List<Key> keys, Faults faults) {
        Set<List<Object>> seen = new HashSet<>();
        for (Key key : keys) {
            if (key.method().equals("NONE")) {
                faults.add(key.line(), "session_none", "EXT-X-SESSION-KEY with METHOD=NONE");
                continue;
            }
            KeyRules.judge(key, keys, faults);
            List<Object> look = List.of(
                    key.method(),
                    String.valueOf(key.uri()),
                    String.valueOf(key.iv()),
                    key.keyFormat(),
                    key.keyFormatVersions());
            if (!seen.add(look)) {
                faults.add(key.line(), "session_repeated", "the same EXT-X-SESSION-KEY twice");
            }
        }
    }
}
