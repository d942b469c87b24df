package io.rungwatch.config;

/** What is to be known before the tables of keys. */
final class ConfigIntroduction {
    static final String TEXT = """
            # Configuration

            `config/rungwatch.yaml` is the daemon, `config/channels/*.yaml` are the channels: one profile per YAML document, so one file may
            hold several, parted by a line `---`. This page is made from the code that reads the files
            (`mvn -pl probe-daemon -am test -Dtest=ConfigDocsTest -Dupdate=true -Dsurefire.failIfNoSpecifiedTests=false`); `config/` holds an
            example of everything, which `rungwatch demo` runs.

            - `rungwatch config lint` says what is wrong, all of it at once, as `file:line:column: what was found; what to do`.
            - `rungwatch config show CH_001` prints the effective profile: defaults and ladders filled in.
            - `rungwatch config schema --for profile` prints a JSON Schema. With the YAML extension of an editor, keys are completed and mistakes
              underlined when the first line of a file is `# yaml-language-server: $schema=/path/to/profile.schema.json`.

            A saved file takes effect within two seconds. A broken one changes nothing: the configuration in force stays, and the log,
            `/health/ready` and a metric say why. `http.listen`, and whether there is `http.tls`, take effect at the next start.

            **Inheriting.** What a profile does not say stands under `defaults`, and what that does not say in the tables below. `manifests`,
            `segment` and `checks` are filled up key by key; everything else is taken whole from where it is said first, lists and the setting of
            one check too: `audio: []` in a profile means no audio, whatever the defaults say. `{channel}` in the path of a manifest is replaced by
            the channel's id.

            **Checks.** `checks: { playlist_stale: off }`, `on` to switch on again what the defaults switch off, or
            `{ threshold: 5s, severity: minor }`, either of the two alone, too. `rungwatch checks` lists the ids and the unit of each threshold: a
            duration (`500ms`), a percentage (`10%`), a plain number of target durations (`1.5`) or a count (`3`). A check without a threshold
            takes none.

            **Secrets.** `${NAME}` is filled in from the environment and `${file:/path}` from a file where a key holds a secret; a `${` anywhere else
            is an error. A secret file is read when the configuration is.

            **Not in these files**: YAML anchors, aliases and tags (ladders and defaults are what is shared), more than 1 MiB in one file, a key
            twice, a key that is not in these tables.
            """;

    private ConfigIntroduction() {}
}
