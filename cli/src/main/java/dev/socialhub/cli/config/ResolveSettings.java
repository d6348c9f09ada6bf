package dev.socialhub.cli.config;

import dev.socialhub.cli.machine.ProcessEnvironment;
import dev.socialhub.cli.platform.EnvironmentPreview.Given;
import dev.socialhub.cli.platform.EnvironmentPreview.Source;
import dev.socialhub.cli.platform.EnvironmentPreview.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Determines what each setting of a service would be after a start, and what it is now. */
final class ResolveSettings {
    private final Map<String, String> environment;
    private final ProcessEnvironment processes;

    /**
     * @param environment of the operator, which services inherit
     */
    ResolveSettings(Map<String, String> environment, ProcessEnvironment processes) {
        this.environment = Map.copyOf(environment);
        this.processes = processes;
    }

    List<Setting> of(Start start, List<DeclaredSetting> declared) {
        Optional<Map<String, String>> running = start.pid().flatMap(processes::of);
        List<Setting> settings = new ArrayList<>();
        for (DeclaredSetting one : declared) {
            Given given = given(start, one);
            String now = given == null ? null : given.value();
            boolean differs =
                    running.isPresent() && !Objects.equals(now, value(running.get(), one));
            settings.add(
                    new Setting(
                            start.name(),
                            one.name(),
                            shown(one, now),
                            given == null ? Source.DEFAULT : given.source(),
                            differs ? displayRunning(one, value(running.get(), one)) : null,
                            !differs && Objects.equals(now, one.byDefault()),
                            one.meaning()));
        }
        return settings;
    }

    private @Nullable Given given(Start start, DeclaredSetting one) {
        Given byUp = start.given().get(one.name());
        if (byUp != null) {
            return byUp;
        }
        String exported = environment.get(one.name());
        if (exported != null) {
            return new Given(exported, Source.ENVIRONMENT);
        }
        return one.byDefault() == null ? null : new Given(one.byDefault(), Source.DEFAULT);
    }

    private static @Nullable String value(Map<String, String> variables, DeclaredSetting one) {
        String value = variables.get(one.name());
        return value == null ? one.byDefault() : value;
    }

    private static @Nullable String shown(DeclaredSetting one, @Nullable String value) {
        return value == null || value.isEmpty() ? null : SecretSettings.masked(one.name(), value);
    }

    private static String displayRunning(DeclaredSetting one, @Nullable String value) {
        String shown = shown(one, value);
        if (SecretSettings.isSecret(one.name())) {
            return "another value";
        }
        return shown == null ? "none" : shown;
    }
}
