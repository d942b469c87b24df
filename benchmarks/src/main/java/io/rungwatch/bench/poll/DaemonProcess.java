package io.rungwatch.bench.poll;

import io.rungwatch.Daemon;
import io.rungwatch.access.HttpSettings;
import io.rungwatch.config.AlertSettings;
import io.rungwatch.config.Configuration;
import io.rungwatch.config.SamplingSettings;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The daemon as it runs in production. Says its port, then for each line that it is sent how often and for how long it collected garbage, for how long it compiled. */
final class DaemonProcess {
    private DaemonProcess() {}

    public static void main(String[] args) throws Exception {
        List<Layer> layers = layers(args[1]);
        Workload workload = Workload.parse(args[0]);
        Configuration configuration = new Configuration(
                Path.of("bench.yaml").toAbsolutePath(),
                Path.of("channels").toAbsolutePath(),
                HttpSettings.onlyHere(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                layers,
                Set.of(),
                workload.segments() ? SamplingSettings.USUAL : SamplingSettings.OFF,
                AlertSettings.NONE,
                Files.createTempDirectory("rungwatch-bench"),
                Optional.empty(),
                workload.profiles(layers));
        Daemon daemon = new Daemon(configuration, InstantSource.system(), System::nanoTime);
        System.out.println(daemon.listen());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
            System.out.println(background());
        }
        System.exit(0);
    }

    private static List<Layer> layers(String addresses) throws BadUrl {
        List<Layer> layers = new ArrayList<>();
        for (String address : addresses.split(" ", -1)) {
            String name = address.substring(0, address.indexOf('='));
            Url base = Url.parse(address.substring(name.length() + 1));
            String team = name.equals("packager") ? "packager" : "cdn";
            layers.add(new Layer(name, Workload.kind(name), team, base, Optional.empty()));
        }
        return layers;
    }

    private static String background() {
        long count = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        long compiled = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        return count + " " + millis + " " + compiled;
    }
}
