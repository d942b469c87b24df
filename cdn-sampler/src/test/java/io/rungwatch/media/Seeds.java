package io.rungwatch.media;

import static io.rungwatch.media.Samples.box;
import static io.rungwatch.media.Samples.file;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.join;
import static io.rungwatch.media.Samples.number;
import static io.rungwatch.media.Samples.tagged;
import static io.rungwatch.media.Samples.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A segment of each kind that we know, by name. */
final class Seeds {
    private static final byte[] SPLICE =
            Base64.getDecoder().decode("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=");

    private Seeds() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> seeds = new TreeMap<>();
        try (Stream<Path> files = Files.list(Samples.FOLDER)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".md") && !name.endsWith(".sh"))
                    .forEach(name -> seeds.put(name, file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seeds.put("tagged audio", tagged(900_000, file("packed.aac")));
        seeds.put("cues", text("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:1,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\na\n"));
        seeds.put("marks.ts", marks());
        seeds.put("events.m4s", events());
        seeds.put("a page", text("<!DOCTYPE html><html><body>Gateway Timeout</body></html>"));
        return seeds;
    }

    static byte[] named(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    private static byte[] marks() {
        byte[] adaptation = hex("42 0a df 08 45425030 e8 20 0000");
        return new Packets()
                .tables(0x1b, Packets.VIDEO, 0x86, 500, 0x0f, Packets.AUDIO)
                .section(500, SPLICE)
                .pes(Packets.VIDEO, adaptation, 1, hex("000001 09f0 000001 06 06 01 c0 80 000001 65"))
                .bytes();
    }

    private static byte[] events() {
        byte[] emsg = box("emsg", number(0, 4), text("urn:scte:scte35:2013:bin\0\0"), number(1, 16), SPLICE);
        byte[] prft = box("prft", hex("01000018"), number(3, 4), number(5, 8), number(500, 8));
        byte[] traf = box(
                "traf",
                box("tfhd", hex("00020038 00000001 00000064 0000000a 01010000")),
                box("tfdt", number(0, 8)),
                box("trun", hex("00000f01 00000001 00000000 00000001 00000002 00000003 00000004")),
                box("senc", number(0, 8)));
        return join(emsg, prft, box("moof", box("mfhd", number(1, 8)), traf), box("mdat", text("<tt/>")));
    }
}
