package io.rungwatch.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code ./test --fuzz [SECONDS] [TARGET…]}: Jazzer on each target for so long, in a process of little memory each. What it learns stays
 * in target/fuzz and is where the next search begins; what makes a target fail stands there too, named crash-…, timeout-… or oom-….
 */
public final class Fuzz {
    private static final String USUAL_SECONDS = "60";
    private static final Pattern STATISTIC = Pattern.compile("^stat::(\\w+): +(\\d+)$", Pattern.MULTILINE);
    private static final String ROW = "%-10s %10s %10s %10s %10s  %s%n";

    private Fuzz() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String seconds = args.length > 0 ? args[0] : USUAL_SECONDS;
        List<String> wanted = args.length > 1 ? List.of(args).subList(1, args.length) : List.of();
        List<Target> targets = Target.ALL.stream()
                .filter(target -> wanted.isEmpty() || wanted.contains(target.name()))
                .toList();
        System.out.printf(ROW, "target", "runs", "runs/s", "new", "MB", "found");
        boolean clean = !targets.isEmpty();
        for (Target target : targets) {
            clean &= search(target, seconds);
        }
        System.exit(clean ? 0 : 1);
    }

    private static boolean search(Target target, String seconds) throws IOException, InterruptedException {
        Path folder = Path.of("target/fuzz", target.name());
        Path learnt = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve("log");
        int exit = new ProcessBuilder(command(target, seconds, folder, learnt))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String text = Files.readString(log);
        System.out.printf(
                ROW,
                target.name(),
                statistic(text, "number_of_executed_units"),
                statistic(text, "average_exec_per_sec"),
                statistic(text, "new_units_added"),
                statistic(text, "peak_rss_mb"),
                exit == 0 ? "nothing" : "exit " + exit + ": manifest-validator/" + log + " " + artefacts(folder));
        return exit == 0;
    }

    private static List<String> command(Target target, String seconds, Path folder, Path learnt) {
        List<String> command = new ArrayList<>(List.of(
                Objects.requireNonNull(ProcessHandle.current().info().command().orElse("java")),
                // As little as the whole daemon may take for a thousand channels.
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=io.rungwatch.**",
                "--custom_hook_includes=io.rungwatch.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + seconds,
                "-timeout=30",
                "-print_final_stats=1"));
        if (Files.exists(target.dictionary())) {
            command.add("-dict=" + target.dictionary());
        }
        command.add(learnt.toString());
        target.folders().forEach(seeds -> command.add(seeds.toString()));
        return command;
    }

    private static String statistic(String log, String name) {
        Matcher matcher = STATISTIC.matcher(log);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "?";
    }

    private static List<String> artefacts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(crash|timeout|oom)-.*"))
                    .sorted()
                    .toList();
        }
    }
}
