package io.rungwatch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.rungwatch.access.Role;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has a cluster here: what would be applied is rendered, read strictly, and its parts must fit together. */
@Tag("debian")
public class KubernetesTest {
    private static final Path FOLDER = Path.of("../deploy/kubernetes");
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "rungwatch");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/tryout"})
    void whatIsRenderedFitsTogether(String folder, @TempDir Path config) throws IOException, InterruptedException {
        Rendered rendered = Rendered.of(FOLDER.resolve(folder));

        StatefulSet probe = rendered.one(StatefulSet.class);
        PodSpec pod = probe.getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().getFirst();
        assertThat(probe.getSpec().getTemplate().getMetadata().getLabels()).containsAllEntriesOf(LABELS);
        assertThat(probe.getSpec().getSelector().getMatchLabels()).isEqualTo(LABELS);
        assertThat(probe.getSpec().getServiceName())
                .isEqualTo(rendered.one(Service.class).getMetadata().getName());
        assertThat(mounted(container)).isEqualTo(volumes(probe));
        asUnprivileged(pod, container);
        probesAskThePort(container, isEncrypted(rendered));
        selectThePod(rendered);
        refersTo(rendered, pod, container);
        whoScrapesMayOnlyRead(rendered, container, isGoodConfiguration(rendered, config));
    }

    private static Set<String> mounted(Container container) {
        return container.getVolumeMounts().stream().map(VolumeMount::getName).collect(Collectors.toSet());
    }

    private static Set<String> volumes(StatefulSet probe) {
        Set<String> names = new HashSet<>();
        probe.getSpec().getTemplate().getSpec().getVolumes().forEach(volume -> names.add(volume.getName()));
        probe.getSpec()
                .getVolumeClaimTemplates()
                .forEach(claim -> names.add(claim.getMetadata().getName()));
        return names;
    }

    private static void asUnprivileged(PodSpec pod, Container container) {
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    }

    private static boolean isEncrypted(Rendered rendered) {
        return rendered.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().values().stream())
                .anyMatch(text -> text.contains("  tls: "));
    }

    private static void probesAskThePort(Container container, boolean encrypted) {
        String port = container.getPorts().getFirst().getName();
        assertThat(List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
                .allSatisfy(asked -> {
                    assertThat(asked.getHttpGet().getPort().getStrVal()).isEqualTo(port);
                    assertThat("HTTPS".equals(asked.getHttpGet().getScheme())).isEqualTo(encrypted);
                });
        assertThat(container.getPorts().getFirst().getContainerPort()).isEqualTo(9464);
    }

    private static void selectThePod(Rendered rendered) {
        Service service = rendered.one(Service.class);
        assertThat(service.getSpec().getSelector()).isEqualTo(LABELS);
        assertThat(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal())
                .isEqualTo("http");
        assertThat(rendered.one(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(LABELS);
        NetworkPolicySpec policy = rendered.one(NetworkPolicy.class).getSpec();
        assertThat(policy.getPodSelector().getMatchLabels()).isEqualTo(LABELS);
        assertThat(policy.getPolicyTypes()).contains("Ingress");
        assertThat(policy.getIngress()).singleElement().satisfies(way -> {
            assertThat(way.getFrom())
                    .singleElement()
                    .satisfies(who -> assertThat(who.getNamespaceSelector().getMatchLabels())
                            .containsExactly(Map.entry("rungwatch.io/reads", "true")));
            assertThat(way.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getStrVal()).isEqualTo("http"));
        });
        assertThat(rendered.all(ServiceMonitor.class)).allSatisfy(monitor -> {
            assertThat(service.getMetadata().getLabels())
                    .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
            assertThat("https"
                            .equals(monitor.getSpec().getEndpoints().getFirst().getScheme()))
                    .isEqualTo(isEncrypted(rendered));
            assertThat(monitor.getSpec().getEndpoints().getFirst().getPort())
                    .isEqualTo(service.getSpec().getPorts().getFirst().getName());
        });
    }

    /** The secret is made by whoever keeps secrets, except where everybody knows it. */
    private static void refersTo(Rendered rendered, PodSpec pod, Container container) {
        Set<String> maps = names(rendered.all(ConfigMap.class));
        for (Volume volume : pod.getVolumes()) {
            if (volume.getConfigMap() != null) {
                assertThat(maps).contains(volume.getConfigMap().getName());
            }
        }
        for (Secret secret : rendered.all(Secret.class)) {
            for (EnvVar variable : container.getEnv()) {
                if (variable.getValueFrom() != null) {
                    assertThat(secret.getMetadata().getName())
                            .isEqualTo(variable.getValueFrom().getSecretKeyRef().getName());
                    assertThat(secret.getData())
                            .containsKey(
                                    variable.getValueFrom().getSecretKeyRef().getKey());
                }
            }
        }
    }

    private static Set<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).collect(Collectors.toSet());
    }

    /** What it shows is none of the pod's, whose token may do everything; the configuration has a grant for it. */
    private static void whoScrapesMayOnlyRead(Rendered rendered, Container container, Configuration configuration) {
        Set<String> ofThePod = container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getKey())
                .collect(Collectors.toSet());
        assertThat(ofThePod).contains("token");
        for (ServiceMonitor monitor : rendered.all(ServiceMonitor.class)) {
            assertThat(monitor.getSpec()
                            .getEndpoints()
                            .getFirst()
                            .getAuthorization()
                            .getCredentials()
                            .getKey())
                    .isEqualTo("read-token")
                    .isNotIn(ofThePod);
            assertThat(configuration.http().grants())
                    .filteredOn(grant -> grant.who().equals("prometheus"))
                    .singleElement()
                    .matches(grant -> grant.may() == Role.READ);
        }
    }

    private static Configuration isGoodConfiguration(Rendered rendered, Path folder) throws IOException {
        for (ConfigMap map : rendered.all(ConfigMap.class)) {
            Path into = Files.createDirectories(
                    folder.resolve(map.getMetadata().getName().equals("rungwatch") ? "" : "channels"));
            for (Map.Entry<String, String> file : map.getData().entrySet()) {
                Files.writeString(
                        into.resolve(file.getKey()), file.getValue().replace("/etc/rungwatch-channels/", "channels/"));
            }
        }
        ConfigLoader.Result result = ConfigLoader.loadWithoutSecrets(folder.resolve("rungwatch.yaml"));
        assertThat(result).isInstanceOf(ConfigLoader.Loaded.class);
        return ((ConfigLoader.Loaded) result).configuration();
    }

    @Test
    void aKeyThatKubernetesDoesNotKnowIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [ service.yaml ]\n");
        Files.writeString(
                folder.resolve("service.yaml"),
                "apiVersion: v1\nkind: Service\nmetadata: { name: x }\nspec: { prots: [] }\n");

        assertThatThrownBy(() -> Rendered.of(folder)).hasMessageContaining("prots");
    }
}
