package dev.socialhub.cli.config;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.EnvironmentPreview;
import dev.socialhub.cli.platform.EnvironmentPreview.Given;
import dev.socialhub.cli.platform.EnvironmentPreview.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of the tool itself. */
final class ToolSettings {
    static final String NAME = "socialhubctl";

    static final List<DeclaredSetting> DECLARED = declared();

    private ToolSettings() {}

    /** All of them, ports last. */
    static List<Setting> of(Installation installation, EnvironmentPreview preview) {
        List<Setting> settings = new ArrayList<>();
        for (DeclaredSetting one : DECLARED) {
            String exported = installation.environment().getOrDefault(one.name(), "");
            settings.add(
                    setting(
                            one.name(),
                            exported.isEmpty()
                                    ? new Given(String.valueOf(one.byDefault()), Source.DEFAULT)
                                    : new Given(exported, Source.ENVIRONMENT),
                            one.meaning()));
        }
        preview.ports()
                .forEach((variable, number) ->
                        settings.add(
                                setting(variable, number, "The port of " + owner(variable) + ".")));
        return settings;
    }

    /** {@code JAVA_OPTS_POSTS} for posts. */
    static String javaOptions(String service) {
        return "JAVA_OPTS_" + service.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Setting setting(String name, Given given, String meaning) {
        return new Setting(
                NAME,
                name,
                SecretSettings.masked(name, given.value()),
                given.source(),
                null,
                given.source() == Source.DEFAULT,
                meaning);
    }

    private static String owner(String variable) {
        return variable.replaceAll("_PORT$", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<DeclaredSetting> declared() {
        List<DeclaredSetting> all =
                new ArrayList<>(
                        List.of(
                                new DeclaredSetting(
                                        "SOCIALHUB_HOME",
                                        ".socialhub",
                                        "The folder for data, logs and secrets."),
                                new DeclaredSetting(
                                        "SOCIALHUB_BUILD",
                                        "",
                                        "`never`: nothing is built automatically."),
                                new DeclaredSetting(
                                        "SOCIALHUB_AOT", "", "`off`: no start-up caches are made."),
                                new DeclaredSetting(
                                        "SOCIALHUB_CONTEXT", "", "The platform to act on."),
                                new DeclaredSetting(
                                        "SOCIALHUB_CONTEXTS",
                                        "",
                                        "The file that declares the" + " contexts."),
                                new DeclaredSetting(
                                        "GRAFANA_URL",
                                        "http://127.0.0.1:3000",
                                        "The address of Grafana."),
                                new DeclaredSetting(
                                        "PROMETHEUS_HOME",
                                        "",
                                        "The folder of prometheus and promtool, if they aren't on"
                                                + " the PATH."),
                                new DeclaredSetting(
                                        "NO_COLOR",
                                        "",
                                        "If not empty: no colours, even on a terminal."),
                                new DeclaredSetting(
                                        "JAVA_HOME",
                                        "",
                                        "The JDK to run on, if it is 25 or later.")));
        EnvironmentPreview.services()
                .forEach(service ->
                        all.add(
                                new DeclaredSetting(
                                        javaOptions(service),
                                        "",
                                        "Replaces the heap and collector options of "
                                                + service
                                                + ".")));
        return List.copyOf(all);
    }
}
