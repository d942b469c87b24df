package io.rungwatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Check;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.HlsDocument;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoils each real-looking playlist in ways that do not change, and lets every check look: none throws, and none tells a novel. */
class ChecksFuzzTest {
    private static final int ROUNDS = 60;
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);
    private static final Instant AT = LivePlaylist.START;

    static Stream<Path> habits() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases/habits"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("habits")
    void noneThrows(Path file) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().toString().hashCode());
        HlsDocument before = Hls.parse(original);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(original, random);
            HlsDocument document = Hls.parse(body);
            for (Finding finding : judged(document, before, body)) {
                assertThat(finding.message()).isNotBlank().hasSizeLessThanOrEqualTo(501);
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] body = original.clone();
        for (int i = random.nextInt(6); i >= 0 && body.length > 8; i--) {
            int at = random.nextInt(body.length);
            int to = Math.min(body.length, at + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> body[at] = (byte) random.nextInt(128);
                case 1 -> body = Arrays.copyOf(body, at + 1);
                case 2 -> System.arraycopy(body, at, body, random.nextInt(body.length - (to - at) + 1), to - at);
                default -> body[at] = (byte) "0123456789-.\"=,:#\n".charAt(random.nextInt(18));
            }
        }
        return body;
    }

    private static List<Finding> judged(HlsDocument document, HlsDocument before, byte[] body) {
        ChannelProfile profile = Channels.laddered(Channels.PACKAGER);
        List<Finding> found = new ArrayList<>();
        for (Check check : ManifestChecks.ALL) {
            found.addAll(
                    switch (check) {
                        case ExchangeCheck c -> c.check(attempt(document, body), profile);
                        case DocumentCheck c ->
                            document instanceof MediaPlaylist playlist ? c.check(playlist, HD, profile) : Finding.NONE;
                        case LadderCheck c ->
                            document instanceof MultivariantPlaylist playlist
                                    ? c.check(ladder(playlist, before), profile)
                                    : Finding.NONE;
                        case StepCheck c ->
                            document instanceof MediaPlaylist playlist
                                            && !playlist.segments().isEmpty()
                                    ? c.check(step(playlist, before), profile)
                                    : Finding.NONE;
                        default -> Finding.NONE;
                    });
        }
        return found;
    }

    private static Attempt attempt(HlsDocument document, byte[] body) {
        return new Attempt(
                HD,
                Answers.ok(Recording.PLAYLIST, AT, body, "Age", "1", "Cache-Control", "max-age=2"),
                true,
                Optional.of(document),
                AT,
                0,
                AT,
                AT,
                Duration.ofSeconds(6),
                List.of(),
                Optional.empty());
    }

    private static Ladder ladder(MultivariantPlaylist playlist, HlsDocument before) {
        return new Ladder(
                playlist,
                LadderMatch.of(Channels.LADDER, playlist),
                Optional.of(before)
                        .filter(MultivariantPlaylist.class::isInstance)
                        .map(MultivariantPlaylist.class::cast));
    }

    private static Step<MediaPlaylist> step(MediaPlaylist playlist, HlsDocument before) {
        Optional<MediaPlaylist> previous =
                Optional.of(before).filter(MediaPlaylist.class::isInstance).map(MediaPlaylist.class::cast);
        return new Step<>(
                playlist,
                previous,
                previous.isPresent() ? Relation.CONTINUES : Relation.FIRST,
                AT,
                AT,
                AT,
                AT,
                Duration.ZERO,
                0,
                Optional.empty());
    }
}
