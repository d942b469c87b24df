package io.rungwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
    private final List<Optional<String>> told = new ArrayList<>();
    private long open = 100;
    private final OpenFiles files = new OpenFiles(system(), told::add);

    @Test
    void scarceFilesAreToldOnceAndTheirEndIs() {
        files.look();
        assertThat(told).isEmpty();
        open = 901;
        files.look();
        open = 950;
        files.look();
        open = 900;
        files.look();
        assertThat(told).containsExactly(Optional.of("901 of 1000 files and connections are open"), Optional.empty());
    }

    @Test
    void whereNoneIsLeftTheyCannotBeCounted() {
        open = -1;
        files.look();
        assertThat(told).containsExactly(Optional.of("all of 1000 files and connections are open"));
    }

    private UnixOperatingSystemMXBean system() {
        return (UnixOperatingSystemMXBean) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UnixOperatingSystemMXBean.class},
                (proxy, method, arguments) -> method.getName().equals("getMaxFileDescriptorCount") ? 1000L : count());
    }

    private long count() {
        if (open < 0) {
            throw new InternalError("Unable to open directory /proc/self/fd");
        }
        return open;
    }
}
