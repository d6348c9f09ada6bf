package dev.socialhub.cli.context;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.ContextsFile.RemoteContext;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The platforms that an operator can choose from. The first of these that is given decides: the
 * option {@code --context}, the variable {@code SOCIALHUB_CONTEXT}, the choice made by {@code
 * context use}. Otherwise it is the platform that runs here.
 */
public final class Contexts {
    /** The platform that {@code up} starts. */
    public static final String LOCAL = "local";

    private final Installation installation;
    private final Supplier<@Nullable String> option;

    /**
     * @param option the value of {@code --context}, if given
     */
    public Contexts(Installation installation, Supplier<@Nullable String> option) {
        this.installation = installation;
        this.option = option;
    }

    /**
     * The chosen platform.
     *
     * @throws OperatorError (unavailable) if that is the local platform, and nothing of it runs;
     *     (not found) if no context has that name
     */
    public Target target() {
        String name = chosen();
        return name.equals(LOCAL) ? RunningPlatform.of(installation) : remote(name);
    }

    /**
     * Makes sure that the local platform is chosen, for commands about processes.
     *
     * @throws OperatorError (refused) if it isn't: an operator would act on the wrong one
     */
    public void requireLocal(String command) {
        String name = chosen();
        if (!name.equals(LOCAL)) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "`%s` acts on the processes of this machine, but context %s is chosen"
                            .formatted(command, name),
                    "add --context local");
        }
    }

    /** The name of the chosen one. */
    public String chosen() {
        String given = option.get();
        if (given != null) {
            return given;
        }
        String exported = environment("SOCIALHUB_CONTEXT").orElse("");
        return exported.isEmpty() ? used() : exported;
    }

    /** All names, the local platform first. */
    List<String> names() {
        return Stream.concat(Stream.of(LOCAL), file().contexts().keySet().stream().sorted())
                .toList();
    }

    /** The address of a context's gateway; empty for the local platform. */
    String gateway(String name) {
        return name.equals(LOCAL) ? "" : context(name).gateway().toString();
    }

    /** Stores the choice for all later commands. */
    void use(String name) {
        if (!name.equals(LOCAL)) {
            context(name);
        }
        try {
            Files.createDirectories(folder());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        AtomicFile.write(choice(), name + "\n");
    }

    /** The file where contexts are stored. */
    Path path() {
        return environment("SOCIALHUB_CONTEXTS")
                .map(Path::of)
                .orElseGet(() -> folder().resolve("contexts.yaml"));
    }

    private Target remote(String name) {
        return new RemotePlatform(
                name,
                context(name),
                folder().resolve("notes").resolve(name),
                installation.environment());
    }

    private RemoteContext context(String name) {
        ContextsFile file = file();
        RemoteContext context = file.contexts().get(name);
        if (context == null) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "there is no context named '" + Printable.line(name) + "'",
                    "choose from %s, or add it to %s"
                            .formatted(String.join(", ", names()), file.path()));
        }
        return context;
    }

    private ContextsFile file() {
        return ContextsFile.read(path());
    }

    private String used() {
        try {
            return Files.exists(choice()) ? Files.readString(choice()).strip() : LOCAL;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path choice() {
        return path().resolveSibling("context");
    }

    private Path folder() {
        return environment("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
                .resolve("socialhub");
    }

    private Optional<String> environment(String variable) {
        Map<String, String> environment = installation.environment();
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }
}
