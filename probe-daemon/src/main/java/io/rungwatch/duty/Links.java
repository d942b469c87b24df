package io.rungwatch.duty;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an alert leads to. With the address by which the probe is reached from elsewhere these are whole links. Without it, whoever asks the
 * API gets paths below its root, and whoever is told elsewhere what helps him there: the page of the documentation, the command to type.
 *
 * @param address as `http.publicUrl` says it, without a slash at its end
 * @param evidence the folder of what was recorded; empty for whoever asks the API
 */
public record Links(Optional<String> address, Optional<Path> evidence) {
    /** Paths below the root of the API. */
    public static final Links BELOW_THE_API = new Links(Optional.empty(), Optional.empty());

    public String runbook(String page) {
        return address.map(root -> root + "/" + page).orElse(page);
    }

    /** Empty where nothing was asked for, so that nothing was recorded. */
    public Optional<String> evidence(Notice notice) {
        return notice.fault().channels().isEmpty() ? Optional.empty() : Optional.of(recorded(notice));
    }

    private String recorded(Notice notice) {
        if (address.isEmpty() && evidence.isPresent()) {
            return replay(evidence.get(), notice);
        }
        return address.orElse("") + path(notice.id());
    }

    /** Of a group, what one of its members shows. */
    private static String replay(Path folder, Notice notice) {
        String id = notice.fault().members().stream().findFirst().orElse(notice.id());
        String file = folder.resolve(id + ".har").toString();
        return "rungwatch replay " + (file.contains(" ") ? "'" + file + "'" : file);
    }

    public static String path(String id) {
        return "/api/v1/alerts/" + id + "/evidence.har";
    }

    /** On the page of the probe; empty where nobody knows how it is reached. */
    public Optional<String> page(String id) {
        return address.map(root -> root + "/#/alerts?id=" + id);
    }
}
