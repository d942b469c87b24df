package io.rungwatch.simulator.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Protection.Method;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What HLS can have beside segments, where it is asked for. */
class ExtrasTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final StreamSpec PLAIN = Presets.stream(SIX);
    private static final String MASTER = "/live/CH_001/master.m3u8";
    private static final String HD = "/live/CH_001/CH_001_HD_5M.m3u8";

    private static Simulator showing(StreamSpec stream) {
        return new Simulator(Presets.world(1, stream));
    }

    private static Answer get(Simulator simulator, int second, String path) {
        return simulator.answer(NOW.plusSeconds(second), "packager", Request.get(path));
    }

    private static List<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    @Test
    void keyFramesHaveAPlaylistOfTheirOwn() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.I_FRAMES));
        List<String> uris = found(get(simulator, 0, MASTER).text(), "I-FRAME-STREAM-INF:.*URI=\"(.*)\"");
        assertThat(uris).hasSize(4).contains("CH_001_HD_5M_iframes.m3u8");
        String text =
                get(simulator, 0, "/live/CH_001/CH_001_HD_5M_iframes.m3u8").text();
        assertThat(text).contains("#EXT-X-VERSION:4\n", "#EXT-X-I-FRAMES-ONLY\n", "#EXT-X-BYTERANGE:");
        assertThat(get(showing(PLAIN), 0, "/live/CH_001/CH_001_HD_5M_iframes.m3u8")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keysRotate() {
        Protection rotating = Protection.of(Method.AES_128).withRotation(Duration.ofMinutes(1));
        Simulator simulator = showing(PLAIN.withProtection(rotating));
        TreeSet<String> keys = new TreeSet<>();
        for (int second = 0; second < 300; second += 6) {
            keys.addAll(found(get(simulator, second, HD).text(), "#EXT-X-KEY:METHOD=AES-128,URI=\"(.*?)\",IV=0x"));
        }
        assertThat(keys).hasSizeBetween(5, 7);
        Answer key = get(simulator, 0, keys.first());
        assertThat(key.body().length()).isEqualTo(16);
        assertThat(get(simulator, 0, keys.last()).body().toBytes())
                .isNotEqualTo(key.body().toBytes());
        assertThat(get(simulator, 0, MASTER).text())
                .contains("#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"/live/CH_001/keys/");
        assertThat(get(simulator, 0, "/live/CH_001/CH_001_subs_vie.m3u8").text())
                .doesNotContain("KEY");
    }

    @Test
    void samplesNeedAYoungerVersion() {
        Simulator simulator = showing(PLAIN.withProtection(Protection.of(Method.SAMPLE_AES)));
        assertThat(get(simulator, 0, HD).text())
                .contains("#EXT-X-VERSION:5\n", "METHOD=SAMPLE-AES,URI=\"skd://CH_001/0\",KEYFORMAT=\"com.apple")
                .containsOnlyOnce("#EXT-X-KEY");
    }

    @Test
    void variablesStandForWhatTheyReplace() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.VARIABLES));
        assertThat(get(simulator, 0, MASTER).text())
                .contains("#EXT-X-VERSION:8\n", "#EXT-X-DEFINE:NAME=\"channel\",VALUE=\"CH_001\"\n")
                .contains("\n{$channel}_HD_5M.m3u8\n", "URI=\"{$channel}_audio_vie.m3u8\"");
        String media = get(simulator, 0, HD).text();
        assertThat(media).contains("#EXT-X-DEFINE:IMPORT=\"channel\"\n");
        assertThat(media.replace("{$channel}", "CH_001")
                        .replace("#EXT-X-DEFINE:IMPORT=\"channel\"\n", "")
                        .replace("VERSION:8", "VERSION:3"))
                .isEqualTo(get(showing(PLAIN), 0, HD).text());
        Simulator query = showing(PLAIN.with(HlsFeature.QUERY_VARIABLES));
        assertThat(get(query, 0, MASTER + "?session=7").text())
                .contains("#EXT-X-VERSION:11\n", "\nCH_001_HD_5M.m3u8?session={$session}\n");
        String row = get(query, 0, HD + "?session=7").text().lines().toList().getLast();
        assertThat(row).endsWith(".ts?session={$session}");
        assertThat(get(query, 0, "/live/CH_001/" + row.replace("{$session}", "7"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pathwaysLeadToTheSame() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.PATHWAYS, HlsFeature.STEERING));
        String master = get(simulator, 0, MASTER).text();
        assertThat(found(master, "PATHWAY-ID=\"(CDN-B)\",CLOSED")).hasSize(4);
        assertThat(found(master, "PATHWAY-ID=\"(CDN-A)\",CLOSED")).hasSize(4);
        assertThat(master).contains("AUDIO=\"audio-CDN-B\",SUBTITLES=\"subs-CDN-B\",PATHWAY-ID=\"CDN-B\"");
        assertThat(get(simulator, 0, "/cdn-b" + HD).text())
                .isEqualTo(get(simulator, 0, HD).text());
        String steering = found(master, "CONTENT-STEERING:SERVER-URI=\"(.*?)\"").getFirst();
        assertThat(get(simulator, 0, steering).text())
                .isEqualTo("{\"VERSION\": 1, \"TTL\": 300, \"PATHWAY-PRIORITY\": [\"CDN-A\", \"CDN-B\"]}\n");
        assertThat(get(showing(PLAIN), 0, steering).status()).isEqualTo(404);
    }

    @Test
    void whoSteersMaySayWhatNobodyCanUse() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.PATHWAYS, HlsFeature.STEERING));
        String steering = "/live/CH_001/steering.json";
        assertThat(text(simulator, "wrong_steering", steering))
                .isEqualTo("{\"VERSION\": 1, \"TTL\": 300, \"PATHWAY-PRIORITY\": [\"CDN-XA\", \"CDN-XB\"]}\n");
        assertThat(text(simulator, "wrong_steering what=version", steering)).startsWith("{\"VERSION\": 2,");
        assertThat(text(simulator, "wrong_steering what=ttl", steering))
                .startsWith("{\"VERSION\": 1, \"PATHWAY-PRIORITY\"");
        assertThat(text(simulator, "wrong_steering what=cut", steering))
                .startsWith("{")
                .doesNotContain("}");
        assertThat(get(simulator.withFault("status object=steering code=503", NOW), 0, steering)
                        .status())
                .isEqualTo(503);
    }

    @Test
    void listsOfAssetsMaySayWhatNobodyCanUse() {
        Simulator simulator = showing(PLAIN.withAds(new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(30)))
                .with(HlsFeature.INTERSTITIALS));
        String assets = "/live/CH_001/assets/2.json";
        assertThat(get(simulator, 0, assets).text()).contains("\"ASSETS\"", "\"URI\"", "\"DURATION\": 30");
        assertThat(text(simulator, "wrong_assets", assets)).contains("\"URI\"").doesNotContain("DURATION");
        assertThat(text(simulator, "wrong_assets what=uri", assets)).doesNotContain("\"URI\"");
        assertThat(text(simulator, "wrong_assets what=assets", assets)).doesNotContain("\"ASSETS\"");
        assertThat(get(simulator.withFault("status object=assets code=404", NOW), 0, assets)
                        .status())
                .isEqualTo(404);
    }

    private static String text(Simulator simulator, String fault, String path) {
        return get(simulator.withFault(fault, NOW), 0, path).text();
    }

    @Test
    void anHourOfParisComesTwice() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.LOCAL_DATES));
        Instant twice = Instant.parse("2026-10-25T01:00:20Z");
        List<String> dates =
                found(simulator.answer(twice, "packager", Request.get(HD)).text(), "PROGRAM-DATE-TIME:(.*)");
        assertThat(dates).first().asString().startsWith("2026-10-25T02:59:").endsWith("+02:00");
        assertThat(dates).last().asString().startsWith("2026-10-25T02:00:").endsWith("+01:00");
        List<Instant> instants = dates.stream()
                .map(date -> OffsetDateTime.parse(date).toInstant())
                .toList();
        for (int i = 1; i < instants.size(); i++) {
            assertThat(instants.get(i)).isEqualTo(instants.get(i - 1).plus(SIX));
        }
    }

    @Test
    void tokensAreReplaced() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.TOKENS));
        String row = found(get(simulator, 0, MASTER).text(), "(.*_HD_5M.*)").getLast();
        assertThat(row).matches("CH_001_HD_5M\\.m3u8\\?token=[0-9a-f]+");
        assertThat(get(simulator, 299, MASTER).text()).contains(row);
        assertThat(get(simulator, 300, MASTER).text()).doesNotContain(row);
        List<String> segments = found(get(simulator, 0, "/live/CH_001/" + row).text(), "(.*\\.ts.*)");
        assertThat(segments).hasSize(6).allMatch(uri -> uri.endsWith(row.substring(row.indexOf('?'))));
        assertThat(get(simulator, 0, "/live/CH_001/" + segments.getLast()).status())
                .isEqualTo(200);
    }

    @Test
    void everyOtherHourIsOnTheSecondCdn() {
        Simulator simulator = showing(PLAIN.with(HlsFeature.CDN_SWITCH));
        List<String> here = found(get(simulator, 0, MASTER).text(), "(.*\\.m3u8)\n");
        List<String> there = found(get(simulator, 3600, MASTER).text(), "(.*\\.m3u8)\n");
        assertThat(List.of(
                        here.getFirst().startsWith("/cdn-b"), there.getFirst().startsWith("/cdn-b")))
                .containsExactlyInAnyOrder(true, false);
        String away = here.getFirst().startsWith("/") ? here.getFirst() : there.getFirst();
        assertThat(get(simulator, 0, away).status()).isEqualTo(200);
    }

    @Test
    void anEventBecomesARecordingAndComesBackLive() {
        Programme evening = Programme.event(NOW, NOW.plusSeconds(600)).back(NOW.plusSeconds(1200));
        Simulator simulator = showing(PLAIN.withProgramme(evening));
        assertThat(get(simulator, 300, HD).text())
                .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n", "#EXT-X-MEDIA-SEQUENCE:0\n")
                .doesNotContain("ENDLIST");
        assertThat(get(simulator, 700, HD).text())
                .contains("#EXT-X-PLAYLIST-TYPE:VOD\n", "#EXT-X-MEDIA-SEQUENCE:0\n", "#EXT-X-ENDLIST\n");
        String live = get(simulator, 1203, HD).text();
        assertThat(live).doesNotContain("PLAYLIST-TYPE", "ENDLIST");
        assertThat(found(live, "(#EXTINF)")).hasSize(6);
    }

    @Test
    void breaksHaveAssets() {
        Simulator simulator = showing(PLAIN.withAds(new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(30)))
                .with(HlsFeature.INTERSTITIALS));
        TreeSet<String> lists = new TreeSet<>();
        for (int second = 0; second < 240; second += 6) {
            lists.addAll(found(get(simulator, second, HD).text(), "X-ASSET-LIST=\"(.*?)\""));
        }
        assertThat(lists).hasSizeBetween(2, 3);
        assertThat(get(simulator, 0, lists.first()).text())
                .startsWith("{\"ASSETS\": [{\"URI\": \"https://ads.example/")
                .endsWith("\"DURATION\": 30.000}]}\n");
    }
}
