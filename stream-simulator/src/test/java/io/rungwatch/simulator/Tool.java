package io.rungwatch.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of a program of the machine. */
public record Tool(int status, String out, String errors) {
    public static Tool run(Path folder, Path scratch, List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(scratch, "errors", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), out, Files.readString(errors));
        } catch (IOException e) {
            throw new IOException(command.getFirst() + " cannot be run: ./test installs it from Debian", e);
        }
    }
}
