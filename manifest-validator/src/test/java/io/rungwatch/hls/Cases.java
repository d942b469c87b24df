package io.rungwatch.hls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Manifests of the test resources: named by what is the matter with them. */
final class Cases {
    private Cases() {}

    static List<Path> all(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Cases.class.getResource("/cases/" + folder).toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(".m3u8", "");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
